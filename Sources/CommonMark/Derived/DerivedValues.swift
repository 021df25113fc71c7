internal import ByteMasks

/// What a renderer gathers on its way, in the order of the text.
struct DerivedValues {
  var headings: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  var embeds: [Embed] = []
  var abbreviations: [Abbreviation] = []
  var directives: [Directive] = []
  /// The ids that other pages can link to.
  var anchors: [String] = []
  var findings = Findings()
  private(set) var wordCount = 0
  /// Whether the word that the last text ended in goes on, and has been counted.
  private var isInWord = false

  /// Counts the words that begin in a text: runs without spaces, but for lone marks such as `–`.
  mutating func addWords(in text: Extent, of pool: [UInt8]) {
    guard !text.isEmpty else { return }
    var count = !isInWord && Self.isWordStart(pool[text.start]) ? 1 : 0
    pool.withUnsafeBytes { pool in
      var offset = text.start
      while let base = pool.baseAddress, offset + 1 < text.end, offset + 65 <= pool.count {
        // Spaces, and those of them with a small letter after them, found among 64 at once.
        let block = base + offset
        var spaces = byte_masks_equal(block, 0x20) & byte_masks_first(text.end - 1 - offset)
        let clear =
          spaces & byte_masks_between(block + 1, UInt8(ascii: "a"), UInt8(ascii: "z"))
        count += clear.nonzeroBitCount
        spaces &= ~clear
        while spaces != 0 {
          if Self.isWordStart(pool[offset + spaces.trailingZeroBitCount + 1]) { count += 1 }
          spaces &= spaces - 1
        }
        offset += 64
      }
      while offset + 1 < text.end {
        if pool[offset] == 0x20, Self.isWordStart(pool[offset + 1]) { count += 1 }
        offset += 1
      }
    }
    wordCount += count
    isInWord = pool[text.end - 1] > 0x20 && (isInWord || count > 0)
  }

  /// Whether a byte after a space begins a word: a letter, a digit, a quote or a bracket.
  private static func isWordStart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0xC3 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  /// Adds what was gathered from a part that was rendered by itself.
  mutating func take(_ part: DerivedValues) {
    endWord()
    headings += part.headings
    links += part.links
    images += part.images
    embeds += part.embeds
    abbreviations += part.abbreviations
    directives += part.directives
    anchors += part.anchors
    findings.add(part.findings)
    wordCount += part.wordCount
  }

  /// Ends a word at a line break or at the end of a block.
  mutating func endWord() { isInWord = false }
}
