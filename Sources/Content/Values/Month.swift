/// A calendar month, written `2021-09`; the precision of a project's lifecycle.
package struct Month: Sendable, Hashable, Comparable {
  /// Months since January of year 0, so that subtraction counts months.
  package let index: Int

  package init(index: Int) { self.index = index }

  /// Makes a month of the years 0 to 9999, or `nil`.
  package init?(year: Int, month: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    self.index = year * 12 + month - 1
  }

  /// Reads the ISO 8601 form `YYYY-MM`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Self.digits(parts[0]), let month = Self.digits(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  package var year: Int { index / 12 }
  /// 1 to 12.
  package var month: Int { index % 12 + 1 }

  package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The month `count` months later, or earlier when negative.
  package func advanced(by count: Int) -> Month { Month(index: index + count) }

  package var dayCount: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Reads a run of ASCII digits; signs and spaces, which `Int` would take, are refused.
  static func digits(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension Month: CustomStringConvertible {
  /// The ISO 8601 form, such as `2021-09`.
  package var description: String {
    let year = String(self.year)
    let padded = String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
    return "\(padded)-\(month < 10 ? "0" : "")\(month)"
  }
}

extension Month {
  /// The form people read, such as `September 2021`.
  package var label: String { "\(name) \(year)" }

  /// The month's English name, such as `September`.
  package var name: String {
    switch month {
    case 1: "January"
    case 2: "February"
    case 3: "March"
    case 4: "April"
    case 5: "May"
    case 6: "June"
    case 7: "July"
    case 8: "August"
    case 9: "September"
    case 10: "October"
    case 11: "November"
    default: "December"
    }
  }
}
