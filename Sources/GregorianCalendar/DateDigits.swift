/// Takes the digits of a date apart, one number after the other.
struct DateDigits {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `read` with the digits of a text.
  static func reading<Result>(
    _ text: some StringProtocol, _ read: (inout DateDigits) -> Result
  ) -> Result {
    var text = String(text)
    return text.withUTF8 { bytes in
      var digits = DateDigits(bytes)
      return read(&digits)
    }
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The number that the next `count` digits make; `nil` if one of them is no digit.
  mutating func next(_ count: Int) -> Int? {
    guard bytes.count - offset >= count else { return nil }
    var number = 0
    for byte in bytes[offset..<offset + count] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    offset += count
    return number
  }

  /// Passes over a hyphen; whether there was one.
  mutating func skipHyphen() -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "-") else { return false }
    offset += 1
    return true
  }
}
