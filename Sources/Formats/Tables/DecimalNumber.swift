/// A number as it is written in data files: exact decimal digits, never rounded by binary floats.
public struct DecimalNumber: Sendable, Hashable {
  /// The digits, such as `-12.50`, in the form JSON prescribes.
  public let text: String

  /// Makes a whole number.
  public init(_ number: Int) { text = String(number) }

  /// Takes digits as JSON writes them, without an exponent, or returns `nil`.
  ///
  /// A zero before the point is required and other leading zeros are not allowed: `0.5`, `-3`.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: Self.isDigit)
    guard !whole.isEmpty, whole.first != UInt8(ascii: "0") || whole.count == 1 else { return nil }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst()
      guard !fraction.isEmpty, fraction.allSatisfy(Self.isDigit) else { return nil }
    } else if !rest.isEmpty {
      return nil
    }
    self.text = text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
