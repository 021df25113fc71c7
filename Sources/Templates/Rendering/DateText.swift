internal import GregorianCalendar

/// Writes dates, months and periods, as ISO 8601 or by a pattern.
enum DateText {
  /// Writes the ISO 8601 form.
  static func append(_ value: Value, to output: inout OutputBuffer) {
    switch value.kind {
    case .date:
      let day = value.asDay
      append(day.month, to: &output)
      output.append(UInt8(ascii: "-"))
      append(day.day, width: 2, to: &output)
    case .month, .period:
      guard let months = value.asMonths else { return }
      append(months.first, to: &output)
      if value.kind == .month { return }
      output.append(UInt8(ascii: "/"))
      append(months.last, to: &output)
    case .undefined, .none, .bool, .int, .float, .string, .html, .trustedURL, .trustedScript,
      .trustedStyle, .attributes, .json, .list, .map, .record, .namespace:
      break
    }
  }

  private static func append(_ month: Month, to output: inout OutputBuffer) {
    append(month.year, width: 4, to: &output)
    output.append(UInt8(ascii: "-"))
    append(month.month, width: 2, to: &output)
  }

  private static func append(_ number: Int, width: Int, to output: inout OutputBuffer) {
    var limit = 1
    for _ in 1..<width { limit *= 10 }
    while limit > 1, number < limit {
      output.append(UInt8(ascii: "0"))
      limit /= 10
    }
    DecimalText.append(number, to: &output)
  }

  /// Writes a date or month by a pattern in the manner of `strftime`, with English names.
  ///
  /// Returns the letter that means nothing, if the pattern has one.
  static func append(
    _ value: Value, pattern: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) -> UInt8? {
    let day = value.kind == .date ? value.asDay : nil
    guard let month = day?.month ?? value.asMonths?.first else { return nil }
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      index += 1
      guard byte == UInt8(ascii: "%"), index < pattern.count else {
        output.append(byte)
        continue
      }
      var isPlain = false
      if pattern[index] == UInt8(ascii: "-"), index + 1 < pattern.count {
        isPlain = true
        index += 1
      }
      let letter = pattern[index]
      index += 1
      let isKnown =
        append(letter, of: month, isPlain: isPlain, to: &output)
        || day.map { append(letter, of: $0, isPlain: isPlain, to: &output) } ?? false
      if !isKnown { return letter }
    }
    return nil
  }

  private static func append(
    _ letter: UInt8, of month: Month, isPlain: Bool, to output: inout OutputBuffer
  ) -> Bool {
    switch letter {
    case UInt8(ascii: "Y"): append(month.year, width: 4, to: &output)
    case UInt8(ascii: "y"): append(month.year % 100, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "m"): append(month.month, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "B"): append(month.name, to: &output)
    case UInt8(ascii: "b"), UInt8(ascii: "h"): append(month.name.prefix(3), to: &output)
    case UInt8(ascii: "%"): output.append(letter)
    default: return false
    }
    return true
  }

  private static func append(
    _ letter: UInt8, of day: CalendarDay, isPlain: Bool, to output: inout OutputBuffer
  ) -> Bool {
    switch letter {
    case UInt8(ascii: "d"): append(day.day, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "e"):
      if day.day < 10, !isPlain { output.append(UInt8(ascii: " ")) }
      append(day.day, width: 1, to: &output)
    case UInt8(ascii: "A"): append(day.weekday.name, to: &output)
    case UInt8(ascii: "a"): append(day.weekday.name.prefix(3), to: &output)
    case UInt8(ascii: "j"): append(day.dayOfYear, width: isPlain ? 1 : 3, to: &output)
    case UInt8(ascii: "u"): append(day.weekday.rawValue, width: 1, to: &output)
    case UInt8(ascii: "w"): append(day.weekday.rawValue % 7, width: 1, to: &output)
    case UInt8(ascii: "F"): append(.date(day), to: &output)
    default: return false
    }
    return true
  }

  private static func append(_ text: some StringProtocol, to output: inout OutputBuffer) {
    for byte in text.utf8 { output.append(byte) }
  }
}
