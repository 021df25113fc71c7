internal import GregorianCalendar

/// An exact decimal number as an author wrote it, such as `7300` or `12.5`.
package struct Number: Sendable, Hashable {
  /// The digits without the point: 125 for `12.5`.
  package let units: Int
  /// How many of the digits stand after the point: 1 for `12.5`.
  package let scale: Int

  package init(units: Int, scale: Int = 0) {
    self.units = units
    self.scale = scale
  }

  /// Reads an optional minus sign, digits, and an optional point with up to six digits.
  ///
  /// A thousands separator is refused: sources are exact, the printed form adds it.
  package init?(_ text: some StringProtocol) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      whole.utf8.count <= 12, DecimalDigits.read(whole) != nil
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...6).contains(fraction.utf8.count),
      let units = DecimalDigits.read("\(whole)\(fraction)")
    else { return nil }
    self.init(units: isNegative ? -units : units, scale: fraction.utf8.count)
  }

  /// The whole number this is, or `nil` when it has a fraction.
  package var wholeNumber: Int? {
    let divisor = Self.power(scale)
    return units % divisor == 0 ? units / divisor : nil
  }

  /// The nearest binary fraction; for drawing only, never for sums.
  package var doubleValue: Double { Double(units) / Double(Self.power(scale)) }

  /// The sum; one beyond what can be counted stays at the last number that can.
  package static func + (left: Number, right: Number) -> Number {
    let scale = max(left.scale, right.scale)
    let (sum, isTooMuch) = left.units(at: scale).addingReportingOverflow(right.units(at: scale))
    return Number(
      units: isTooMuch ? (left.units < 0 ? -Int.max : Int.max) : sum, scale: scale)
  }

  /// The same number on the other side of zero.
  package var negated: Number { Number(units: -units, scale: scale) }

  private func units(at scale: Int) -> Int {
    let (units, isTooMuch) = units.multipliedReportingOverflow(by: Self.power(scale - self.scale))
    return isTooMuch ? (self.units < 0 ? -Int.max : Int.max) : units
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}

extension Number: CustomStringConvertible {
  /// The plain form for files, such as `7300`.
  package var description: String { text(groupingBy: "") }

  /// The form people read, with a comma between thousands, such as `7,300`.
  package var grouped: String { text(groupingBy: ",") }

  private func text(groupingBy separator: String) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = padded.dropLast(scale)
    var text = units < 0 ? "-" : ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return scale == 0 ? text : text + "." + padded.suffix(scale)
  }
}
