/// A length of time in words, such as `the past four weeks`.
struct SpokenLength {
  let count: Int
  let unit: Unit

  enum Unit {
    case days
    case weeks
    case months
    case years
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a": 1,
  ]

  private static let units: [String: (unit: Unit, count: Int)] = [
    "day": (.days, 1), "days": (.days, 1), "week": (.weeks, 1), "weeks": (.weeks, 1),
    "fortnight": (.weeks, 2), "fortnights": (.weeks, 2), "month": (.months, 1),
    "months": (.months, 1), "quarter": (.months, 3), "quarters": (.months, 3), "year": (.years, 1),
    "years": (.years, 1),
  ]

  /// Finds the first length in a text: a number and a unit after it.
  init?(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let unit = Self.units[unit],
        let count = Self.numbers[number] ?? (number.count <= 3 ? Int(number) : nil)
      else { continue }
      self.count = count * unit.count
      self.unit = unit.unit
      return
    }
    return nil
  }

  /// As whole months; `nil` for days and weeks.
  var months: Int? {
    switch unit {
    case .days, .weeks: nil
    case .months: count
    case .years: count * 12
    }
  }

  /// As days; `nil` for what has no fixed number of them.
  var days: Int? {
    switch unit {
    case .days: count
    case .weeks: count * 7
    case .months, .years: nil
    }
  }
}
