/// Finds dates that depend on when they are read, such as `end of the month`.
enum RelativeDate {
  private struct Word {
    let text: String
    let range: Range<Int>
  }

  private static let points: Set<String> = ["end", "start", "beginning", "middle", "close"]
  private static let pointers: Set<String> = ["next", "this", "coming", "following"]
  private static let units: Set<String> = [
    "week", "weeks", "month", "months", "sprint", "sprints", "quarter", "quarters", "year", "years",
    "spring", "summer", "autumn", "winter",
  ]

  /// All relative dates of a text, in order, none inside another.
  static func all(in bytes: [UInt8]) -> [Range<Int>] {
    let words = words(of: bytes)
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard let count = length(at: index, in: words) else {
        index += 1
        continue
      }
      found.append(words[index].range.lowerBound..<words[index + count - 1].range.upperBound)
      index += count
    }
    return found
  }

  /// How many words a relative date at an index has; `nil` when there is none.
  private static func length(at index: Int, in words: [Word]) -> Int? {
    let text = { (offset: Int) in
      index + offset < words.count ? words[index + offset].text : ""
    }
    if text(0) == "tomorrow" { return 1 }
    if points.contains(text(0)), text(1) == "of" {
      if units.contains(text(2)) { return 3 }
      if text(2) == "the" || pointers.contains(text(2)) {
        if units.contains(text(3)) { return 4 }
        if pointers.contains(text(3)), units.contains(text(4)) { return 5 }
      }
    }
    if pointers.contains(text(0)) {
      if units.contains(text(1)) { return 2 }
      if ["few", "two", "three", "four"].contains(text(1)), units.contains(text(2)) { return 3 }
    }
    if text(0) == "in" || text(0) == "within",
      SpokenLength("\(text(1)) \(text(2))") != nil, units.contains(text(2)) || text(2) == "days"
    {
      return 3
    }
    return nil
  }

  private static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var offset = 0
    while offset < bytes.count {
      guard WordBytes.isWord(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, WordBytes.isWord(bytes[offset]) { offset += 1 }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
      words.append(Word(text: text, range: start..<offset))
    }
    return words
  }
}
