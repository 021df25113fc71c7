/// How the headings of sections are compared with the accepted wordings.
package enum HeadingWording {
  /// Returns a wording without letter case, with single spaces and straight quotation marks.
  package static func folded(_ heading: String) -> String {
    if let folded = SingleSpacing.ascii(heading, lowersLetters: true) { return folded }
    let words = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(
      words.lowercased().map { character in
        switch character {
        case "’", "‘": "'"
        case "“", "”": "\""
        default: character
        }
      })
  }
}
