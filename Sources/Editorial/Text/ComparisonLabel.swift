/// The period compared with, in an edition's own words, such as `Q1 2020` or `three months`.
struct ComparisonLabel {
  let text: String
  private let words: [String]

  init(_ text: String) {
    self.text = text
    self.words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether it depends on the year that quarters or years are counted in.
  var isAmbiguous: Bool {
    words.contains { word in
      ["quarter", "quarters", "half", "year", "years"].contains(word)
        || word.count == 2 && "qh".contains(word.prefix(1)) && Int(word.dropFirst()) != nil
    } && months == nil
  }

  /// How many months it says, such as 3 for `three months` or 24 for `two years`.
  var months: Int? { SpokenLength(text).flatMap(\.months) }
}
