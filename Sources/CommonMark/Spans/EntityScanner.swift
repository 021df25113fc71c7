/// Finds how far a character reference goes, without knowing every name.
enum EntityScanner {
  struct Entity {
    let end: Int
    /// Whether it stands for `&` itself.
    let isAmpersand: Bool
    let mayHaveTwoScalars: Bool
  }

  /// Returns the reference at the ampersand at `offset`, or `nil` if its form is not one.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Entity? {
    var position = offset + 1
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "#") { return scanNumber(bytes, at: offset) }
    while position < bytes.count, bytes[position].isAlphanumeric { position += 1 }
    guard position < bytes.count, position > offset + 1, bytes[position] == UInt8(ascii: ";") else {
      return nil
    }
    let name = bytes[offset + 1..<position]
    let isAmpersand = name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8)
    return Entity(end: position + 1, isAmpersand: isAmpersand, mayHaveTwoScalars: !isAmpersand)
  }

  private static func scanNumber(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Entity? {
    var position = offset + 2
    var value: UInt32 = 0
    let isHex = position < bytes.count && bytes[position].lowercased == UInt8(ascii: "x")
    if isHex { position += 1 }
    let start = position
    while position < bytes.count, position - start <= 7 {
      let byte = bytes[position]
      if byte.isDigit {
        value = value &* (isHex ? 16 : 10) &+ UInt32(byte - 0x30)
      } else if isHex, byte.isHexDigit {
        value = value &* 16 &+ UInt32(byte.lowercased - 0x57)
      } else {
        break
      }
      position += 1
    }
    let digits = position - start
    guard digits >= 1, digits <= (isHex ? 6 : 7), position < bytes.count,
      bytes[position] == UInt8(ascii: ";")
    else { return nil }
    return Entity(
      end: position + 1, isAmpersand: value == 0x26, mayHaveTwoScalars: false)
  }
}
