/// A calendar month of a year, written `2021-09`.
public struct Month: Sendable, Hashable {
  /// Months since January of year 0, so that subtraction counts months.
  public let index: Int

  /// Makes the month that is `index` months after January of year 0.
  public init(index: Int) { self.index = index }

  /// Makes a month of the years 1 to 9999, or `nil`.
  public init?(year: Int, month: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    self.index = year * 12 + month - 1
  }

  /// Reads the ISO 8601 form `YYYY-MM`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let month = DateDigits.reading(text) { digits -> Month? in
      guard let year = digits.next(4), digits.skipHyphen(), let month = digits.next(2),
        digits.isAtEnd
      else { return nil }
      return Month(year: year, month: month)
    }
    guard let month else { return nil }
    self = month
  }

  /// The years whose months can be written and read.
  public static let years = 1...9999
}

extension Month {
  /// The year the month lies in.
  public var year: Int { index.flooredQuotient(by: 12) }

  /// 1 to 12.
  public var month: Int { index - year * 12 + 1 }

  /// The month `count` months later, or earlier when negative.
  public func advanced(by count: Int) -> Month { Month(index: index + count) }

  /// How many days it has, from 28 to 31.
  public var dayCount: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The month's English name, such as `September`.
  public var name: String { Self.names[month - 1] }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Month: Comparable {
  /// Orders by time, the earlier month first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: CustomStringConvertible {
  /// The ISO 8601 form, such as `2021-09`.
  public var description: String {
    "\(DecimalDigits.padded(year, to: 4))-\(DecimalDigits.padded(month, to: 2))"
  }
}

extension Month {
  /// The form people read, such as `September 2021`.
  public var label: String { "\(name) \(year)" }
}
