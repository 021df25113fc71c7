/// Writes numbers of a fixed width, as dates need them.
enum DecimalDigits {
  /// Returns a number of zero or more with zeros before it until it has `width` digits.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width
      ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
