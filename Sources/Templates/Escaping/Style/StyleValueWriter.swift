/// Writes values and the characters of strings into styles.
enum StyleValueWriter {
  /// What stands in the place of a value that is refused; no property takes it.
  static let blocked: StaticString = "blocked"

  /// Appends a value such as `#8ff`, `12px`, `bold` or `rgb(0 0 0 / 50%)`.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, in slot: StyleSlot,
    to output: inout OutputBuffer
  ) -> EscapeOutcome {
    if kind == .style {
      writeTrusted(bytes, in: slot, to: &output)
      return .written
    }
    guard StyleValueFilter.allows(bytes) else {
      output.append(blocked)
      return .blockedStyle
    }
    output.append(bytes)
    return .written
  }

  /// Appends the characters of a string, whichever quotes are around it.
  static func writeCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    EscapedRuns.write(bytes, except: characterSpecials, to: &output) { byte, output in
      output.append(UInt8(ascii: "\\"))
      output.appendHexadecimal(byte, uppercase: false)
      // The space ends the escape, whatever follows it.
      output.append(UInt8(ascii: " "))
    }
  }

  private static let characterSpecials = ByteSet("\"&'()*/;<>@\\`{}", withControls: true)
  private static let angleBracket = ByteSet("<")

  private static func writeTrusted(
    _ bytes: UnsafeBufferPointer<UInt8>, in slot: StyleSlot, to output: inout OutputBuffer
  ) {
    switch slot {
    case .attribute: HTMLTextWriter.write(bytes, to: &output)
    case .element:
      // In a style sheet `<` can only be meant within strings.
      EscapedRuns.write(bytes, except: angleBracket, to: &output) { _, output in
        output.append("\\3c ")
      }
    }
  }
}
