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
      while offset + 9 <= text.end {
        // Spaces, and those of them with a small letter after them, found among eight at once.
        var spaces = ByteLanes.zeros(Self.word(pool, offset) ^ 0x2020_2020_2020_2020)
        let clear = spaces & ByteLanes.smallLetters(in: Self.word(pool, offset + 1))
        count += Self.count(of: clear)
        spaces &= ~clear
        while spaces != 0 {
          if Self.isWordStart(pool[offset + spaces.trailingZeroBitCount / 8 + 1]) { count += 1 }
          spaces &= spaces - 1
        }
        offset += 8
      }
      while offset + 1 < text.end {
        if pool[offset] == 0x20, Self.isWordStart(pool[offset + 1]) { count += 1 }
        offset += 1
      }
    }
    wordCount += count
    isInWord = pool[text.end - 1] > 0x20 && (isInWord || count > 0)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns how many high bits of eight bytes are set, when no other bit is.
  private static func count(of highBits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((highBits >> 7) &* 0x0101_0101_0101_0101) >> 56)
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
