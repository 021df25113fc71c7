/// What a renderer gathers on its way, in the order of the text.
struct DerivedValues {
  var headings: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  var abbreviations: [Abbreviation] = []
  var directives: [Directive] = []
  var findings = Findings()
  private(set) var wordCount = 0
  /// Whether the word that the last text ended in goes on, and has been counted.
  private var isInWord = false

  /// Counts the words that begin in a text; a word has a letter or a digit.
  mutating func addWords(in text: Extent, of pool: [UInt8]) {
    var count = 0
    var isInWord = isInWord
    pool.withUnsafeBufferPointer { pool in
      for offset in text.start..<text.end {
        let byte = pool[offset]
        if byte.isWhitespace {
          isInWord = false
        } else if !isInWord, byte.isAlphanumeric || byte >= 0xC3 && byte != 0xE2 {
          isInWord = true
          count += 1
        }
      }
    }
    self.isInWord = isInWord
    wordCount += count
  }

  /// Adds what was gathered from a part that was rendered by itself.
  mutating func take(_ part: DerivedValues) {
    endWord()
    headings += part.headings
    links += part.links
    images += part.images
    abbreviations += part.abbreviations
    directives += part.directives
    findings.add(part.findings)
    wordCount += part.wordCount
  }

  /// Ends a word at a line break or at the end of a block.
  mutating func endWord() { isInWord = false }
}
