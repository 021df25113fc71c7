/// Writes the values of a script as JSON that is safe where the script stands.
///
/// For lists, maps and records the caller writes `[`, `]`, `{`, `}`, `,`, `:` and numbers itself;
/// none of them needs escaping in any script.
public enum ScriptValueWriter {
  /// Appends a quoted string.
  public static func writeString(
    _ bytes: UnsafeBufferPointer<UInt8>, in slot: ScriptSlot, to output: inout OutputBuffer
  ) {
    writeQuote(in: slot, to: &output)
    writeCharacters(bytes, to: &output)
    writeQuote(in: slot, to: &output)
  }

  /// Appends the characters of a string, whichever quotes are around it.
  ///
  /// Nothing in the result can end a string, a script or an attribute, or begin a reference.
  static func writeCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    var start = 0
    for index in bytes.indices where characterSpecials.contains(bytes[index]) {
      let byte = bytes[index]
      if byte >= 0x80, !isLineSeparator(bytes, at: index) { continue }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      if byte >= 0x80 {
        output.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        start = index + 3
      } else {
        writeEscape(for: byte, to: &output)
        start = index + 1
      }
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends a bare value.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, in slot: ScriptSlot,
    to output: inout OutputBuffer
  ) {
    switch kind {
    case .literal, .json, .script:
      if slot.isSpaced { output.append(UInt8(ascii: " ")) }
      switch (kind, slot.isInAttribute) {
      case (.literal, _): output.append(bytes)
      case (.json, _): writeJSON(bytes, in: slot, to: &output)
      case (_, true): HTMLTextWriter.write(bytes, to: &output)
      case (_, false): writeCode(bytes, to: &output)
      }
    case .text, .html, .url, .style, .attributes:
      writeString(bytes, in: slot, to: &output)
    }
  }

  /// Appends JSON as it is, but for characters that the script's surroundings would take.
  ///
  /// All of them can only stand in strings, save the quotes themselves.
  private static func writeJSON(
    _ bytes: UnsafeBufferPointer<UInt8>, in slot: ScriptSlot, to output: inout OutputBuffer
  ) {
    var start = 0
    for index in bytes.indices where jsonSpecials.contains(bytes[index]) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), !slot.isInAttribute { continue }
      if byte >= 0x80, !isLineSeparator(bytes, at: index) { continue }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
      if byte >= 0x80 {
        output.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        start = index + 3
      } else if byte == UInt8(ascii: "\"") {
        output.append("&quot;")
      } else {
        writeEscape(for: byte, to: &output)
      }
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends trusted code, in which `</script` and `<!--` can only be meant within strings.
  private static func writeCode(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
      previous = byte
    }
  }

  private static let characterSpecials = ByteSet(
    "\"&'<>\\`", withControls: true, withNonASCII: true)
  private static let jsonSpecials = ByteSet("\"&'<>", withNonASCII: true)

  private static func writeQuote(in slot: ScriptSlot, to output: inout OutputBuffer) {
    if slot.isInAttribute {
      output.append("&quot;")
    } else {
      output.append(UInt8(ascii: "\""))
    }
  }

  /// JSON and scripts share these escapes; the two separators end a line in older scripts.
  private static func writeEscape(for byte: UInt8, to output: inout OutputBuffer) {
    switch byte {
    case UInt8(ascii: "\\"): output.append("\\\\")
    case 0x08: output.append("\\b")
    case 0x09: output.append("\\t")
    case 0x0A: output.append("\\n")
    case 0x0C: output.append("\\f")
    case 0x0D: output.append("\\r")
    default:
      output.append("\\u00")
      output.appendHexadecimal(byte, uppercase: false)
    }
  }

  /// Whether U+2028 or U+2029 begins here.
  private static func isLineSeparator(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      && bytes[index + 2] & 0xFE == 0xA8
  }
}

extension ScriptSlot {
  var isInAttribute: Bool { self == .attribute || self == .attributeSpaced }
  var isSpaced: Bool { self == .elementSpaced || self == .attributeSpaced }
}
