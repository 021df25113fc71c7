internal import Content

/// Finds names that are one edit away from those of people on the register.
///
/// A name of two or more words that is misspelt once has a word that is right, so only the
/// surroundings of right words are compared.
struct NameComparison {
  let people: [Person]
  private let words: [[[UInt8]]]
  private let known: Set<[UInt8]>

  struct Misspelling {
    let found: String
    let name: String
    let id: ID<Person>
    let range: Range<Int>
  }

  init(people: [Person]) {
    self.people = people
    self.words = people.map { person in person.name.split(separator: " ").map { Array($0.utf8) } }
    self.known = Set(people.map { Array($0.name.utf8) })
  }

  func misspellings(in text: ReadPassage) -> [Misspelling] {
    var found: [Misspelling] = []
    var seen: Set<Range<Int>> = []
    for match in text.matches {
      guard case .nameWord(let person, let word) = match.meaning,
        let range = window(of: person, word, at: match.range, in: text.passage.bytes),
        !seen.contains(range)
      else { continue }
      let written = Array(text.passage.bytes[range])
      let name = Array(people[person].name.utf8)
      guard !known.contains(written), Self.isOneEdit(written, name) else { continue }
      seen.insert(range)
      found.append(
        Misspelling(
          found: text.passage.string(range), name: people[person].name, id: people[person].id,
          range: range))
    }
    return found
  }

  /// The words around a right one that stand where the others of the name would.
  private func window(
    of person: Int, _ word: Int, at range: Range<Int>, in bytes: [UInt8]
  ) -> Range<Int>? {
    var lower = range.lowerBound
    for _ in 0..<word {
      guard lower > 0, bytes[lower - 1] == UInt8(ascii: " ") else { return nil }
      var start = lower - 1
      while start > 0, Self.isNameByte(bytes[start - 1]) { start -= 1 }
      guard start < lower - 1, WordBytes.isCapital(bytes[start]) else { return nil }
      lower = start
    }
    var upper = range.upperBound
    for _ in 0..<(words[person].count - word - 1) {
      guard upper + 1 < bytes.count, bytes[upper] == UInt8(ascii: " "),
        WordBytes.isCapital(bytes[upper + 1])
      else { return nil }
      var end = upper + 1
      while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
      upper = end
    }
    return lower..<upper
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    // Typographic apostrophes begin with 0xE2, which no letter of a European name does.
    WordBytes.isWord(byte) && byte != 0xE2 || byte == UInt8(ascii: "-")
  }

  /// Whether one letter is missing, added, changed or swapped with its neighbour.
  static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left != right, abs(left.count - right.count) <= 1 else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left[start...].reversed(), right[start...].reversed()).prefix { $0 == $1 }.count
    let changed = (left.count - start - end, right.count - start - end)
    if max(changed.0, changed.1) <= 1 { return true }
    return changed == (2, 2) && left[start] == right[start + 1] && left[start + 1] == right[start]
  }
}
