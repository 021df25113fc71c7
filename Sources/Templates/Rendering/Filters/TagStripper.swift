/// Takes markup out of a text: comments and tags go, character references become characters.
enum TagStripper {
  static func strip(_ value: Value, machine: inout Machine) throws(RenderFault) -> Value {
    let bytes = machine.memory.bytes(of: value)
    let plain = withoutTags(Array(bytes))
    let words = plain.withUnsafeBufferPointer { buffer in
      Machine.words(of: buffer).map { Array(buffer[$0]) }
    }
    let joined = Array(words.joined(separator: [UInt8(ascii: " ")]))
    return try machine.arena.text(CharacterReferences.decoded(joined))
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    // Where no `>` follows any more, every `<` stays; asking once keeps this linear.
    let lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index < lastClose else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      index = end(ofTagAt: index, in: bytes)
    }
    return plain
  }

  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int {
    let isComment = bytes[start...].starts(with: Array("<!--".utf8))
    var index = start + (isComment ? 4 : 1)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"),
        !isComment
          || (bytes[index - 1] == UInt8(ascii: "-") && bytes[index - 2] == UInt8(ascii: "-")
            && index - 2 >= start + 4)
      {
        return index + 1
      }
      index += 1
    }
    return isComment ? end(ofPlainTagAt: start, in: bytes) : bytes.count
  }

  private static func end(ofPlainTagAt start: Int, in bytes: [UInt8]) -> Int {
    (bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
  }
}

/// Turns character references such as `&lt;` and `&#65;` into what they stand for.
enum CharacterReferences {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "sect": "§",
    "middot": "·", "bull": "•", "times": "×", "deg": "°", "laquo": "«", "raquo": "»",
  ]

  static func decoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let text = character(String(decoding: bytes[index + 1..<end], as: UTF8.self))
      {
        result += Array(text.utf8)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
