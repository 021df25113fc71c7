/// The bytes that mean something in YAML.
extension UInt8 {
  static var space: UInt8 { 0x20 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var dash: UInt8 { UInt8(ascii: "-") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var apostrophe: UInt8 { UInt8(ascii: "'") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var greaterThan: UInt8 { UInt8(ascii: ">") }
  static var bar: UInt8 { UInt8(ascii: "|") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }

  /// Whether a plain key may begin with it.
  var beginsKey: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  /// Whether a plain key may have it.
  var isOfKey: Bool {
    beginsKey || self == .dash || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension [UInt8] {
  /// A part of a line without the spaces around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == .space { start += 1 }
    while start < end, self[end - 1] == .space { end -= 1 }
    return start..<end
  }
}
