internal import GregorianCalendar

/// Words that rules look for in every text.
struct Phrase: Sendable {
  let bytes: [UInt8]
  let meaning: Meaning

  /// Why the words are looked for; numbers are places in the site's tables.
  enum Meaning: Sendable, Hashable {
    /// A spelling to report, by list and place in the list.
    case variant(list: Int, spelling: Int)
    /// The preferred spelling of a list.
    case preferred(list: Int)
    case person(Int)
    /// One word of a person's name.
    case nameWord(person: Int, word: Int)
    case organisation(Int)
    /// The long form of a glossary term.
    case expansion(Int)
    case month(Month)
    case placeholder
  }

  /// An English month name.
  enum Month: Sendable, Hashable {
    case full(Int)
    case short(Int)
  }

  init(_ text: String, _ meaning: Meaning) {
    self.bytes = Array(text.utf8)
    self.meaning = meaning
  }
}

/// Where a phrase stands in a text.
struct PhraseMatch: Sendable {
  let meaning: Phrase.Meaning
  let range: Range<Int>
}
