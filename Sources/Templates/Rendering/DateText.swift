/// Writes dates, months and periods, as ISO 8601 or by a pattern.
enum DateText {
  /// Writes the ISO 8601 form.
  static func append(_ value: Value, to output: inout OutputBuffer) {
    switch value.kind {
    case .date:
      let parts = CalendarDay(number: value.asInt).parts
      append(parts.year, width: 4, to: &output)
      output.append(UInt8(ascii: "-"))
      append(parts.month, width: 2, to: &output)
      output.append(UInt8(ascii: "-"))
      append(parts.day, width: 2, to: &output)
    case .month: appendMonth(value.asInt, to: &output)
    case .period:
      let bounds = months(of: value)
      appendMonth(bounds.first, to: &output)
      output.append(UInt8(ascii: "/"))
      appendMonth(bounds.last, to: &output)
    default: break
    }
  }

  static func months(of period: Value) -> (first: Int, last: Int) {
    (
      Int(Int32(truncatingIfNeeded: period.payload >> 32)),
      Int(Int32(truncatingIfNeeded: period.payload))
    )
  }

  private static func appendMonth(_ number: Int, to output: inout OutputBuffer) {
    let month = (number % 12 + 12) % 12
    append((number - month) / 12, width: 4, to: &output)
    output.append(UInt8(ascii: "-"))
    append(month + 1, width: 2, to: &output)
  }

  static func append(_ number: Int, width: Int, to output: inout OutputBuffer) {
    var limit = 1
    for _ in 1..<width { limit *= 10 }
    if number < 0 { output.append(UInt8(ascii: "-")) }
    let magnitude = Int(number.magnitude)
    while limit > 1, magnitude < limit {
      output.append(UInt8(ascii: "0"))
      limit /= 10
    }
    DecimalText.append(magnitude, to: &output)
  }

  /// Writes a date or month by a pattern in the manner of `strftime`, with English names.
  ///
  /// Returns the letter that means nothing, if the pattern has one.
  static func append(
    _ value: Value, pattern: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) -> UInt8? {
    let day =
      value.kind == .date
      ? CalendarDay(number: value.asInt)
      : CalendarDay(
        year: (value.asInt - (value.asInt % 12 + 12) % 12) / 12,
        month: (value.asInt % 12 + 12) % 12 + 1, day: 1)
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
      if !append(letter, of: day, isPlain: isPlain, isMonth: value.kind == .month, to: &output) {
        return letter
      }
    }
    return nil
  }

  private static func append(
    _ letter: UInt8, of day: CalendarDay, isPlain: Bool, isMonth: Bool,
    to output: inout OutputBuffer
  ) -> Bool {
    let parts = day.parts
    switch letter {
    case UInt8(ascii: "Y"): append(parts.year, width: 4, to: &output)
    case UInt8(ascii: "y"): append(parts.year % 100, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "m"): append(parts.month, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "B"): append(monthNames[parts.month - 1], to: &output)
    case UInt8(ascii: "b"), UInt8(ascii: "h"):
      append(monthNames[parts.month - 1].prefix(3), to: &output)
    case UInt8(ascii: "%"): output.append(letter)
    default:
      // A month has no day to write.
      if isMonth { return false }
      return appendDay(letter, of: day, isPlain: isPlain, to: &output)
    }
    return true
  }

  private static func appendDay(
    _ letter: UInt8, of day: CalendarDay, isPlain: Bool, to output: inout OutputBuffer
  ) -> Bool {
    let parts = day.parts
    switch letter {
    case UInt8(ascii: "d"): append(parts.day, width: isPlain ? 1 : 2, to: &output)
    case UInt8(ascii: "e"):
      if parts.day < 10, !isPlain { output.append(UInt8(ascii: " ")) }
      append(parts.day, width: 1, to: &output)
    case UInt8(ascii: "A"): append(dayNames[day.weekday], to: &output)
    case UInt8(ascii: "a"): append(dayNames[day.weekday].prefix(3), to: &output)
    case UInt8(ascii: "j"): append(day.dayOfYear, width: isPlain ? 1 : 3, to: &output)
    case UInt8(ascii: "u"): append(day.weekday == 0 ? 7 : day.weekday, width: 1, to: &output)
    case UInt8(ascii: "w"): append(day.weekday, width: 1, to: &output)
    case UInt8(ascii: "F"): append(.date(day), to: &output)
    default: return false
    }
    return true
  }

  private static func append(_ text: some StringProtocol, to output: inout OutputBuffer) {
    for byte in text.utf8 { output.append(byte) }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let dayNames = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
