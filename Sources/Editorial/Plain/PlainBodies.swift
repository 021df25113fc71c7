package import Content

/// Tells bodies in which no rule of any kind can find anything from those that must be parsed.
///
/// It looks at bytes as they are written and knows only the plainest Markdown: paragraphs, lists,
/// quotes, headings that skip no level, code, even tables and links to other sites. Of these it is
/// sure; a body with anything else, or with a word that any rule looks for, is not plain, which
/// means no more than that it must be parsed.
package struct PlainBodies: Sendable {
  private let words: PlainWords

  /// Takes the words that rules look for from a site; its posts and pages do not matter.
  package init(site: Site) { words = PlainWords(site: site) }

  /// Everything that decides besides the body itself: of equal terms, the same bodies are plain.
  package var terms: [String] { words.terms }

  /// Whether there is nothing to find in the body that begins at an offset of a file in UTF-8.
  package func isPlain(_ bytes: [UInt8], from bodyStart: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var scan = PlainScan(bytes: bytes, from: bodyStart, words: words)
      return scan.isPlain()
    }
  }
}
