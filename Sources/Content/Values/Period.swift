package import GregorianCalendar

/// A run of whole months, written `2021-09` or `2021-07/2021-09` (an ISO 8601 interval).
///
/// Labels such as "Q1" are made from it, never typed.
package struct Period: Sendable, Hashable, Comparable {
  package let first: Month
  /// The last month, which belongs to the period.
  package let last: Month

  /// Makes a period, or `nil` when it would end before it begins.
  package init?(first: Month, last: Month) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Makes the period of one month.
  package init(month: Month) {
    self.first = month
    self.last = month
  }

  /// Reads `YYYY-MM` or `YYYY-MM/YYYY-MM`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ Month($0) }), parts.count <= 2,
      let last = parts.count == 2 ? Month(parts[1]) : first
    else { return nil }
    self.init(first: first, last: last)
  }

  package var monthCount: Int { last.index - first.index + 1 }

  /// All its months, in order.
  package var months: [Month] { (first.index...last.index).map(Month.init(index:)) }

  package func contains(_ month: Month) -> Bool { first <= month && month <= last }
  package func contains(_ day: CalendarDay) -> Bool { contains(day.month) }
  package func contains(_ period: Period) -> Bool {
    contains(period.first) && contains(period.last)
  }

  package static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}

extension Period: CustomStringConvertible {
  package var description: String { first == last ? "\(first)" : "\(first)/\(last)" }

  /// The form used in addresses, such as `2021-07-to-2021-09`.
  package var slug: String { first == last ? "\(first)" : "\(first)-to-\(last)" }

  /// The form people read: `September 2021`, `July to September 2021`, `November 2021 to
  /// January 2022`.
  package var label: String {
    if first == last { return first.label }
    if first.year == last.year { return "\(first.name) to \(last.name) \(last.year)" }
    return "\(first.name) \(first.year) to \(last.name) \(last.year)"
  }
}
