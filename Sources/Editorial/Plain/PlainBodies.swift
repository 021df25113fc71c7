package import Content

/// Tells texts in which no rule of any kind can find anything from those that must be read.
///
/// It looks at bytes as they are written and knows only the plainest Markdown: paragraphs, lists,
/// quotes, headings that skip no level, code, even tables and links to other sites. Of these it is
/// sure; a body with anything else, or with a word that any rule looks for, is not plain, which
/// means no more than that it must be parsed.
///
/// A class, though it never changes, as every thread has it in hand for every body.
package final class PlainBodies: Sendable {
  private let words: PlainWords

  /// Takes the words that rules look for from a site; its posts and pages do not matter.
  package init(site: Site) { words = PlainWords(site: site) }

  /// Everything that decides besides the body itself: of equal terms, the same bodies are plain.
  package var terms: [String] { words.terms }

  /// Whether there is nothing to find in the body that begins at an offset of a file in UTF-8.
  package func isPlain(_ bytes: [UInt8], from bodyStart: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var scan = PlainScan(bytes: bytes, from: bodyStart)
      return scan.isPlain(words)
    }
  }

  /// Whether there is nothing to find in a value of the front matter, which is a line without
  /// Markdown.
  package func isPlain(value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      // What only looks like a link would not be read whole.
      guard !bytes.contains(UInt8(ascii: "["), in: bytes.indices) else { return false }
      var text = PlainText()
      return text.scan(bytes.indices, in: bytes, words)
    }
  }
}
