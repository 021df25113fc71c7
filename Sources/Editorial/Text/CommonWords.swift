internal import Content

/// Words of capitals that need no glossary.
enum CommonWords {
  /// What nearly every reader knows, and the names of file formats, which are names.
  static let wellKnown: Set<String> = [
    "AM", "PM", "BBC", "EU", "GMT", "BST", "ID", "IT", "MP", "OK", "TV", "UK", "US", "USA", "VAT",
    "CSV", "HTML", "JSON", "PDF", "RSS", "XML", "URL",
  ]

  private static let romanNumbers: Set<String> = [
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII",
  ]

  /// Whether a word of capitals is a name or a number: `Q1`, `A12`, `AA`, `III`.
  static func isName(_ word: String) -> Bool {
    let letters = word.utf8.filter(WordBytes.isLetter)
    let isGrade = Set(letters).count == 1
    return letters.count < 2 || isGrade || romanNumbers.contains(word) || isPlaceholder(word)
  }

  /// Whether the reader of words takes it for an abbreviation.
  static func isRegular(_ abbreviation: String) -> Bool {
    let bytes = abbreviation.utf8
    return bytes.count >= 2 && bytes.first.map(WordBytes.isCapital) == true
      && bytes.allSatisfy { WordBytes.isCapital($0) || WordBytes.isDigit($0) }
  }

  /// What stands for words that are still to be written.
  static let placeholders = [
    "TODO", "Todo", "TBC", "tbc", "TBD", "tbd", "FIXME", "lorem", "Lorem", "xxx", "XXX", "xxxx",
    "XXXX",
  ]

  private static func isPlaceholder(_ word: String) -> Bool { placeholders.contains(word) }
}

/// Looks for one word, where the one reading of a text does not look for it.
enum WordSearch {
  static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      let end = start + wanted.count
      if bytes[start..<end].elementsEqual(wanted),
        start == 0 || !WordBytes.isWord(bytes[start - 1]),
        end == bytes.count || !WordBytes.isWord(bytes[end])
      {
        return true
      }
    }
    return false
  }
}

/// The texts that an edition's page shows.
struct EditionTexts {
  private let owners: Set<Passage.Owner>

  init(site: Site, edition: Edition) {
    var owners: Set<Passage.Owner> = [.edition(edition.id)]
    for project in edition.projects + edition.pastWork { owners.insert(.project(project.value)) }
    for update in site.updates where update.sprint.value == edition.id {
      owners.insert(.update(update.project.value, edition.id))
    }
    for event in site.events where edition.period.value.contains(event.date) {
      owners.insert(.event(event.id))
    }
    for story in site.impactStories where story.sprint.value == edition.id {
      owners.insert(.story(story.id))
    }
    self.owners = owners
  }

  func contains(_ passage: Passage) -> Bool { owners.contains(passage.owner) }
}
