internal import Content
internal import GregorianCalendar

extension Site {
  /// All words that rules look for in texts.
  func phrases() -> [Phrase] {
    stylePhrases() + namePhrases() + Self.monthPhrases
      + glossary.terms.enumerated().map { Phrase($1.full, .expansion($0)) }
      + CommonWords.placeholders.map { Phrase($0, .placeholder) }
  }

  private func stylePhrases() -> [Phrase] {
    settings.houseStyle.enumerated().flatMap { list, spellings in
      spellings.enumerated().map { place, spelling in
        Phrase(
          spelling, place == 0 ? .preferred(list: list) : .variant(list: list, spelling: place))
      }
    }
  }

  private func namePhrases() -> [Phrase] {
    var phrases: [Phrase] = []
    for (index, person) in people.enumerated() {
      phrases.append(Phrase(person.name, .person(index)))
      let words = person.name.split(separator: " ")
      // A name of one word that is misspelt has nothing left to be found by.
      guard words.count > 1 else { continue }
      for (word, text) in words.enumerated() {
        phrases.append(Phrase(String(text), .nameWord(person: index, word: word)))
      }
    }
    for (index, body) in organisations.enumerated() {
      for name in [body.name] + body.aliases { phrases.append(Phrase(name, .organisation(index))) }
    }
    return phrases
  }

  private static let monthPhrases: [Phrase] =
    (1...12).map { Phrase(Month(index: $0 - 1).name, .month(.full($0))) }
    + [
      ("Jan", 1), ("Feb", 2), ("Mar", 3), ("Apr", 4), ("Jun", 6), ("Jul", 7), ("Aug", 8),
      ("Sep", 9), ("Sept", 9), ("Oct", 10), ("Nov", 11), ("Dec", 12),
    ].map { Phrase($0, .month(.short($1))) }
}
