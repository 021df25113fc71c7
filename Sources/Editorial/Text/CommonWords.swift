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
