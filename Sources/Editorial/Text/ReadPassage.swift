/// A passage after its one reading: what any rule wants to know of its words.
///
/// A class, though it never changes, as every family of rules goes through all of them.
final class ReadPassage: Sendable {
  let passage: Passage
  /// Words of two or more capitals or digits that begin with a capital, without a plural `s`.
  let abbreviations: [Range<Int>]
  let matches: [PhraseMatch]
  /// Runs of digits, with commas between thousands.
  let numbers: [Range<Int>]

  init(_ passage: Passage, index: PhraseIndex) {
    var scanner = WordScanner(index: index)
    passage.bytes.withUnsafeBufferPointer { scanner.scan($0) }
    self.passage = passage
    self.abbreviations = scanner.abbreviations
    self.matches = scanner.matches
    self.numbers = scanner.numbers
  }
}

extension ReadPassage {
  /// The longest phrase that is looked for as the surroundings of another.
  private static let reach = 256

  /// The matches that may hold a range: those that begin at it or a little before.
  func matches(around range: Range<Int>) -> ArraySlice<PhraseMatch> {
    let start = Self.firstIndex(in: matches) {
      $0.range.lowerBound >= range.lowerBound - Self.reach
    }
    return matches[start...].prefix { $0.range.lowerBound <= range.lowerBound }
  }

  /// The number that begins at an offset.
  func number(beginningAt offset: Int) -> Range<Int>? {
    let index = Self.firstIndex(in: numbers) { $0.lowerBound >= offset }
    return index < numbers.count && numbers[index].lowerBound == offset ? numbers[index] : nil
  }

  /// The number that ends at an offset.
  func number(endingAt offset: Int) -> Range<Int>? {
    let index = Self.firstIndex(in: numbers) { $0.upperBound >= offset }
    return index < numbers.count && numbers[index].upperBound == offset ? numbers[index] : nil
  }

  /// The first of ordered elements that a condition holds for, as it does for all after it.
  private static func firstIndex<Element>(
    in elements: [Element], where holds: (Element) -> Bool
  ) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
