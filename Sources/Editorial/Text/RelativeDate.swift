/// Finds dates that depend on when they are read, such as `end of the month`.
enum RelativeDate {
  private static let points: Set<String> = ["end", "start", "beginning", "middle", "close"]
  private static let pointers: Set<String> = ["next", "this", "coming", "following"]
  private static let units: Set<String> = [
    "week", "weeks", "month", "months", "sprint", "sprints", "quarter", "quarters", "year", "years",
    "spring", "summer", "autumn", "winter",
  ]

  /// All relative dates of a text, in order, none inside another.
  static func all(in bytes: [UInt8]) -> [Range<Int>] {
    let words = Words(of: bytes)
    var found: [Range<Int>] = []
    var index = 0
    while index < words.ranges.count {
      guard words.mayBeFirst(at: index), let count = length(at: index, in: words) else {
        index += 1
        continue
      }
      let last = words.ranges[index + count - 1]
      found.append(words.ranges[index].lowerBound..<last.upperBound)
      index += count
    }
    return found
  }

  /// How many words a relative date at an index has; `nil` when there is none.
  private static func length(at index: Int, in words: Words) -> Int? {
    let text = { (offset: Int) in words.text(at: index + offset) }
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

  /// The words of a text, which become strings only where a date may begin.
  private struct Words {
    let ranges: [Range<Int>]
    private let bytes: [UInt8]

    init(of bytes: [UInt8]) {
      self.bytes = bytes
      var ranges: [Range<Int>] = []
      var offset = 0
      while offset < bytes.count {
        guard WordBytes.isWord(bytes[offset]) else {
          offset += 1
          continue
        }
        let start = offset
        while offset < bytes.count, WordBytes.isWord(bytes[offset]) { offset += 1 }
        ranges.append(start..<offset)
      }
      self.ranges = ranges
    }

    /// The word at an index in small letters; empty after the last.
    func text(at index: Int) -> String {
      guard index < ranges.count else { return "" }
      return String(decoding: bytes[ranges[index]], as: UTF8.self).lowercased()
    }

    /// Whether a word has the first letter and the length of one that a date begins with.
    func mayBeFirst(at index: Int) -> Bool {
      let range = ranges[index]
      let place = Self.place(bytes[range.lowerBound], range.count)
      return place < Self.isFirst.count && Self.isFirst[place]
    }

    private static let isFirst: [Bool] = {
      var isFirst = [Bool](repeating: false, count: 1 << 9)
      for word in points.union(pointers).union(["tomorrow", "in", "within"]) {
        if let letter = word.utf8.first { isFirst[place(letter, word.utf8.count)] = true }
      }
      return isFirst
    }()

    /// A number of a first letter, whatever its case, and a length.
    private static func place(_ letter: UInt8, _ length: Int) -> Int {
      min(length, 15) << 5 | Int(letter & 0x1F)
    }
  }
}
