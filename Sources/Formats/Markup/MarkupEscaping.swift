/// Writes text so that XML and HTML read it back as the same text, and as nothing else.
///
/// Characters that XML 1.0 forbids (most control characters, U+FFFE, U+FFFF) cannot be written in
/// any form and are dropped.
enum MarkupEscaping {
  /// Appends text for the inside of an element.
  static func appendText(_ text: String, to output: inout [UInt8]) {
    append(text, to: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      // Text must not hold `]]>`.
      case UInt8(ascii: ">"): "&gt;"
      // A bare carriage return would be read as a line feed.
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  /// Appends text for the inside of a quoted attribute value.
  static func appendAttribute(_ text: String, to output: inout [UInt8]) {
    append(text, to: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      // An XML parser turns bare white space in attributes into spaces.
      case 0x09: "&#9;"
      case 0x0A: "&#10;"
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  private static func append(
    _ text: String, to output: inout [UInt8], reference: (UInt8) -> StaticString?
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        if !mayNeedWriting(bytes[index]) {
          index += 1
          continue
        }
        let dropped = lengthOfForbidden(at: index, in: bytes)
        let replacement = dropped > 0 ? nil : reference(bytes[index])
        if dropped == 0, replacement == nil {
          index += 1
          continue
        }
        output.append(contentsOf: bytes[start..<index])
        replacement?.withUTF8Buffer { output.append(contentsOf: $0) }
        index += max(dropped, 1)
        start = index
      }
      output.append(contentsOf: bytes[start...])
    }
  }

  /// Whether a byte may be part of what is written otherwise, as few bytes are.
  private static func mayNeedWriting(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF:
      true
    default: false
    }
  }

  /// The length of the forbidden character that starts at `index`, or 0.
  private static func lengthOfForbidden(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: 0
    case ..<0x20: 1
    case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
    default: 0
    }
  }
}
