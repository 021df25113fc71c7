internal import GregorianCalendar

/// How a scalar must be written, and how it is read.
package struct ValueForm<Value: Sendable>: Sendable {
  /// Completes "'date' must be …", such as `a day such as 2021-09-01`.
  let expectation: String
  let read: @Sendable (String) -> Value?
}

extension ValueForm where Value == String {
  /// Any text, kept as it is.
  static var text: ValueForm { ValueForm(expectation: "text") { $0 } }

  /// The id of someone who signs.
  static var author: ValueForm {
    ValueForm(expectation: "the id of a person or organisation, such as jane-crowe") {
      line.read($0)
    }
  }

  /// Text with inner white space folded to single spaces.
  static var line: ValueForm {
    ValueForm(expectation: "one line of text") { text in
      if isFolded(text) { return text }
      if let folded = SingleSpacing.ascii(text) { return folded.isEmpty ? nil : folded }
      let words = text.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}

/// Whether a text is one line of ASCII already, its words parted by single spaces.
private func isFolded(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      let isSpace = byte == UInt8(ascii: " ")
      guard (0x20..<0x7F).contains(byte), !(isSpace && previous == UInt8(ascii: " ")) else {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }
}

extension ValueForm where Value == Bool {
  static var truth: ValueForm {
    ValueForm(expectation: "true or false") { text in
      switch text {
      case "true": true
      case "false": false
      default: nil
      }
    }
  }
}

extension ValueForm where Value == Int {
  static var count: ValueForm {
    ValueForm(expectation: "a whole number such as 32") { text in
      text.utf8.count <= 12 ? DecimalDigits.read(text).flatMap { text.isEmpty ? nil : $0 } : nil
    }
  }
}

extension ValueForm where Value == Number {
  static var number: ValueForm {
    ValueForm(expectation: "a number without thousands separator such as 7300") { Number($0) }
  }
}

extension ValueForm where Value == CalendarDay {
  static var day: ValueForm {
    ValueForm(expectation: "a day such as 2021-09-01") { CalendarDay($0) }
  }
}

extension ValueForm where Value == Month {
  static var month: ValueForm { ValueForm(expectation: "a month such as 2021-09") { Month($0) } }
}

extension ValueForm where Value == OpenMonth {
  static var openMonth: ValueForm {
    ValueForm(expectation: "a month such as 2021-09, or present") { OpenMonth($0) }
  }
}

extension ValueForm where Value == Period {
  static var period: ValueForm {
    ValueForm(expectation: "a period such as 2021-09 or 2021-07/2021-09") { Period($0) }
  }
}

extension ValueForm where Value == DueDate {
  static var due: ValueForm {
    ValueForm(expectation: "a month such as 2021-10 or a day such as 2021-10-15") { DueDate($0) }
  }
}
