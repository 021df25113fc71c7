/// Writes text as a quoted JSON string (RFC 8259).
enum JSONEscaping {
  static func append(_ text: String, place: JSONWriter.Place, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where mustEscape(byte, place) {
        output.append(contentsOf: bytes[start..<index])
        appendEscape(byte, to: &output)
        start = index + 1
      }
      output.append(contentsOf: bytes[start...])
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func mustEscape(_ byte: UInt8, _ place: JSONWriter.Place) -> Bool {
    switch byte {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
    // With these gone, no HTML parser can find a tag, a comment or a reference in the text.
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): place == .script
    default: false
    }
  }

  private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case 0x09: output += "\\t".utf8
    case 0x0A: output += "\\n".utf8
    case 0x0D: output += "\\r".utf8
    default:
      output += "\\u00".utf8
      output.append(hexadecimal(byte >> 4))
      output.append(hexadecimal(byte & 0xF))
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
