/// Reads numbers from the texts that the filters `int` and `float` are given.
enum NumberText {
  /// Reads a whole number of a base, with a prefix such as `0x` where that fits the base.
  static func whole(_ text: String, radix: Int) -> Int? {
    guard var digits = joined(text) else { return nil }
    let sign = digits.first == "-" || digits.first == "+" ? String(digits.removeFirst()) : ""
    let prefixes = [16: "0x", 8: "0o", 2: "0b"]
    if let prefix = prefixes[radix], digits.lowercased().hasPrefix(prefix) {
      digits.removeFirst(2)
    }
    guard let first = digits.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+")
    else { return nil }
    return Int(sign + digits, radix: radix)
  }

  /// Reads a decimal fraction, with or without an exponent, or `inf` or `nan`.
  static func fraction(_ text: String) -> Double? {
    guard let digits = joined(text) else { return nil }
    let word = digits.lowercased().drop { $0 == "-" || $0 == "+" }
    let isWord = ["inf", "infinity", "nan"].contains(word)
    // What Swift reads beyond that is hexadecimal, or a payload of `nan`.
    guard isWord || digits.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else {
      return nil
    }
    return Double(digits)
  }

  /// Drops each `_` between two digits; `nil` if one stands elsewhere.
  private static func joined(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    for (left, right) in zip(parts, parts.dropFirst()) {
      guard left.last?.isHexDigit == true, right.first?.isHexDigit == true else { return nil }
    }
    return parts.joined()
  }
}
