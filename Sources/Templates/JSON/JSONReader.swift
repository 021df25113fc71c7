/// Reads JSON, keeping apart whole numbers and fractions as they are written.
public struct JSONReader {
  /// Why a text is not JSON, with the place in it.
  public struct Failure: Error, Sendable {
    /// One lower-case phrase without a full stop, for people.
    public let message: String
    /// How many bytes come before the place.
    public let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private static let depthLimit = 512

  /// Reads a whole text.
  public static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    let value = try reader.readValue()
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.failure("only one value is allowed") }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func readValue() throws(Failure) -> JSONValue {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readList()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw failure("a value is expected here") }
    index += word.utf8.count
    return value
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.depthLimit {
      throw failure("values nest at most \(Self.depthLimit) levels deep")
    }
  }

  private mutating func readList() throws(Failure) -> JSONValue {
    try enter()
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    while current != UInt8(ascii: "]") {
      if !elements.isEmpty { try take(UInt8(ascii: ","), "a list needs ',' or ']'") }
      elements.append(try readValue())
      skipSpace()
    }
    index += 1
    depth -= 1
    return .list(elements)
  }

  private mutating func take(_ byte: UInt8, _ message: String) throws(Failure) {
    guard index < bytes.count, bytes[index] == byte else { throw failure(message) }
    index += 1
  }

  private mutating func readObject() throws(Failure) -> JSONValue {
    try enter()
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    var positions: [String: Int] = [:]
    skipSpace()
    while current != UInt8(ascii: "}") {
      if !members.isEmpty || !positions.isEmpty {
        try take(UInt8(ascii: ","), "an object needs ',' or '}'")
        skipSpace()
      }
      guard current == UInt8(ascii: "\"") else { throw failure("an object needs a key in quotes") }
      let key = String(decoding: try readString(), as: UTF8.self)
      skipSpace()
      try take(UInt8(ascii: ":"), "a key needs ':' behind it")
      let value = try readValue()
      if let position = positions[key] {
        members[position].value = value
      } else {
        positions[key] = members.count
        members.append((key, value))
      }
      skipSpace()
    }
    index += 1
    depth -= 1
    return .object(members)
  }

  private mutating func readNumber() throws(Failure) -> JSONValue {
    let start = index
    var isFraction = false
    if current == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count {
      let byte = bytes[index]
      if ".eE".utf8.contains(byte) {
        isFraction = true
      } else if !Lexer.isDigit(byte) && !(isFraction && "+-".utf8.contains(byte)) {
        break
      }
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if !isFraction, let number = Int(text) { return .int(number) }
    if !isFraction, Double(text) != nil { return .largeInt(Array(text.utf8)) }
    guard let number = Double(text) else {
      index = start
      throw failure("a value is expected here")
    }
    return .float(number)
  }

  private mutating func readString() throws(Failure) -> [UInt8] {
    index += 1
    var text: [UInt8] = []
    while true {
      guard index < bytes.count else { throw failure("a string needs a closing quote") }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        // Text that is no UTF-8 is mended, as everything behind relies on it.
        return String(validating: text, as: UTF8.self) != nil
          ? text : Array(String(decoding: text, as: UTF8.self).utf8)
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw failure("a string cannot hold control characters")
      default: text.append(byte)
      }
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Failure) {
    let letter = current
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try readUnicode(into: &text)
    default: throw failure("there is no escape of this letter")
    }
  }

  private mutating func readUnicode(into text: inout [UInt8]) throws(Failure) {
    var code = try readHex()
    if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: "\\u".utf8) {
      let here = index
      index += 2
      let low = try readHex()
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = here
      }
    }
    // Half of a pair has no UTF-8 form.
    text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }

  private mutating func readHex() throws(Failure) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16) else {
      throw failure("'\\u' needs four hexadecimal digits")
    }
    index += 4
    return code
  }
}
