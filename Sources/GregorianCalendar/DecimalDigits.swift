/// Writes and reads numbers as dates hold them: ASCII digits, often a fixed count of them.
public enum DecimalDigits {
  /// Returns a number of zero or more with zeros before it until it has `width` digits.
  public static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width
      ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Reads a run of ASCII digits; signs and spaces, which `Int` would take, are refused.
  public static func read(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
