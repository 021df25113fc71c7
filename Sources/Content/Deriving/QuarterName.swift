package import GregorianCalendar

/// What a quarter is called, which depends on the year it is counted in.
package struct QuarterName: Sendable, Hashable {
  /// 1 to 4.
  package let quarter: Int
  package let label: SiteSettings.QuarterLabel
  /// The programme's year, or the calendar year in which the counted year begins.
  package let year: Int

  /// Names the quarter that `month` lies in; `nil` before the programme's first year.
  package init?(
    month: Month, label: SiteSettings.QuarterLabel, programme: SiteSettings.Programme?
  ) {
    self.label = label
    switch label {
    case .calendarYear:
      self.year = month.year
      self.quarter = (month.month - 1) / 3 + 1
    case .financialYear:
      // The financial year of the public sector in the United Kingdom begins in April.
      let shifted = month.advanced(by: -3)
      self.year = shifted.year
      self.quarter = (shifted.month - 1) / 3 + 1
    case .programmeYear:
      guard let start = programme?.firstYearStarts, month >= start else { return nil }
      let months = month.index - start.index
      self.year = months / 12 + 1
      self.quarter = months % 12 / 3 + 1
    }
  }
}

extension QuarterName: CustomStringConvertible {
  /// Such as `year 3, quarter 1`, `2021 to 2022, quarter 2` or `2021, quarter 3`.
  package var description: String {
    switch label {
    case .programmeYear: "year \(year), quarter \(quarter)"
    case .financialYear: "\(year) to \(year + 1), quarter \(quarter)"
    case .calendarYear: "\(year), quarter \(quarter)"
    }
  }
}
