internal import Content

/// Writes abbreviations: the first of each on a page with its expansion, the others marked.
struct AbbreviationExpander {
  private let terms: [Glossary.Term]
  private var isExpanded: [Bool]

  init(terms: [Glossary.Term]) {
    self.terms = terms
    self.isExpanded = Array(repeating: false, count: terms.count)
  }

  /// Writes the abbreviation of a term after what is in `output`.
  ///
  /// `suffix` is what belongs to the word and follows it, such as a plural `s`; it comes before
  /// the expansion. Nothing is expanded where the author has just done so, as in
  /// "Essex County Council (ECC)".
  mutating func write(
    term number: Int, mayExpand: Bool, suffix: some Collection<UInt8>, to output: inout [UInt8]
  ) {
    guard terms.indices.contains(number) else { return }
    let term = terms[number]
    let isIntroduced = Self.ends(output, with: term.full)
    let expands = mayExpand && !isExpanded[number] && !isIntroduced
    output += "<abbr title=\"".utf8
    HTMLText.append(term.full, to: &output)
    output += "\">".utf8
    HTMLText.append(term.abbreviation, to: &output)
    output += "</abbr>".utf8
    output += suffix
    if expands {
      output += " (".utf8
      HTMLText.append(term.full, to: &output)
      output.append(UInt8(ascii: ")"))
    }
    if expands || isIntroduced { isExpanded[number] = true }
  }

  /// Whether the text so far ends in the expansion and an opening bracket.
  private static func ends(_ output: [UInt8], with full: String) -> Bool {
    var expansion: [UInt8] = []
    HTMLText.append(full, to: &expansion)
    expansion += " (".utf8
    return output.count >= expansion.count
      && output.suffix(expansion.count).elementsEqual(expansion)
  }
}
