/// Reads and writes one JSON string, as `gazette markdown --batch` exchanges them.
enum JSONText {
  /// Returns the text of a JSON string, or `nil` if it is not one.
  static func decode(_ line: String) -> String? {
    let units = Array(line.utf8)
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let start = units.firstIndex(where: { !isSpace($0) }),
      let end = units.lastIndex(where: { !isSpace($0) }), end > start,
      units[start] == UInt8(ascii: "\""), units[end] == UInt8(ascii: "\"")
    else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(units.count)
    var offset = start + 1
    while offset < end {
      let byte = units[offset]
      guard byte == UInt8(ascii: "\\") else {
        if byte == UInt8(ascii: "\"") || byte < 0x20 { return nil }
        text.append(byte)
        offset += 1
        continue
      }
      guard offset + 1 < end, let length = decodeEscape(units[offset + 1..<end], into: &text) else {
        return nil
      }
      offset += 1 + length
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what follows a backslash and returns how many bytes it takes.
  private static func decodeEscape(_ rest: ArraySlice<UInt8>, into text: inout [UInt8]) -> Int? {
    switch rest.first {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      text.append(contentsOf: rest.prefix(1))
    case UInt8(ascii: "u"): return decodeUnicode(rest, into: &text)
    default: return nil
    }
    return 1
  }

  private static func decodeUnicode(_ rest: ArraySlice<UInt8>, into text: inout [UInt8]) -> Int? {
    guard let first = unit(rest.dropFirst().prefix(4)) else { return nil }
    var value = first
    var length = 5
    let second = rest.dropFirst(5)
    if (0xD800..<0xDC00).contains(first), second.starts(with: "\\u".utf8),
      let low = unit(second.dropFirst(2).prefix(4)), (0xDC00..<0xE000).contains(low)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (low - 0xDC00)
      length = 11
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: String(Character(scalar)).utf8)
    return length
  }

  private static func unit(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard digits.count == 4 else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Returns the bytes as a JSON string with its quotes.
  static func encode(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "\"")]
    output.reserveCapacity(text.count + text.count / 16)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0x0A: output += "\\n".utf8
      case 0..<0x20:
        output += "\\u00".utf8
        output += [byte < 0x10 ? 0x30 : 0x31, "0123456789abcdef".utf8.map { $0 }[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
    return output
  }
}
