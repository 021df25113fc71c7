/// The words of a body as they are written, with what is known of the words before.
struct PlainText {
  /// The last word ended here, if nothing but marks that vanish came after it.
  private var joint: Int?
  /// The last byte that is part of no word and does not vanish, if no word came after it.
  private var mark: UInt8 = 0x20
  /// The word before, if it is the first of something that is looked for.
  private var before: UInt64?
  private var emphasis = 0
  /// How many digits may belong to one telephone number so far.
  private var digits = 0
  private var hasMonth = false
  private var hasOrdinal = false
  /// Whether a dash came after a month and after nothing else but numbers; `nil` after other words.
  private var dashAfterMonth: Bool?
  /// The end of the text of a link, and of the link.
  private var link: (text: Int, end: Int)?

  /// So many digits make a telephone number.
  private static let telephoneLength = 10

  mutating func endParagraph() {
    emphasis = 0
    digits = 0
    joint = nil
  }

  /// Takes in a line of text; false if some rule may have something to say about it.
  mutating func scan(
    _ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: PlainWords
  ) -> Bool {
    var offset = line.lowerBound
    joint = nil
    mark = 0x20
    while offset < line.upperBound {
      if let link, link.text == offset {
        offset = link.end
        self.link = nil
        continue
      }
      let length = WordBytes.markLength(at: offset, in: bytes)
      if length == 0, WordBytes.isWord(bytes[offset]) {
        var end = offset + 1
        while end < line.upperBound, WordBytes.isWord(at: end, in: bytes) { end += 1 }
        guard takeWord(offset..<end, in: bytes, words) else { return false }
        offset = end
      } else if length > 0 {
        if length == 3, bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94 { noteDash() }
        takeMark(0x80)
        offset += length
      } else {
        guard takeByte(at: offset, in: line, of: bytes) else { return false }
        offset += 1
      }
    }
    return true
  }

  private mutating func noteDash() { if dashAfterMonth != nil { dashAfterMonth = true } }

  private mutating func takeMark(_ byte: UInt8) {
    joint = nil
    mark = byte
    if !" -()+,".utf8.contains(byte) { digits = 0 }
  }

  /// Takes in what is no part of a word.
  private mutating func takeByte(
    at offset: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let byte = bytes[offset]
    let next = offset + 1 < line.upperBound ? bytes[offset + 1] : 0x0A
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      emphasis += 1
      return emphasis <= PlainScan.emphasisLimit
    case UInt8(ascii: "["):
      let before = offset > line.lowerBound ? bytes[offset - 1] : 0x20
      guard !WordBytes.isWord(before), before != UInt8(ascii: "!"),
        let found = PlainLink(at: offset, in: line, of: bytes)
      else { return false }
      link = (found.text.upperBound, found.end)
      return true
    case UInt8(ascii: ":"):
      if next == byte || next == UInt8(ascii: "/") { return false }
    case UInt8(ascii: "&"):
      if WordBytes.isLetter(next) || next == UInt8(ascii: "#") { return false }
    case UInt8(ascii: "/"):
      if WordBytes.isDigit(next), offset > line.lowerBound, WordBytes.isDigit(bytes[offset - 1]) {
        return false
      }
    case UInt8(ascii: "`"):
      if next == byte, offset + 2 < line.upperBound, bytes[offset + 2] == byte { return false }
    case UInt8(ascii: "-"): noteDash()
    case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "@"),
      UInt8(ascii: "]"), 0x00...0x1F, 0x7F:
      return false
    default: break
    }
    takeMark(byte)
    return true
  }

  private mutating func takeWord(
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: PlainWords
  ) -> Bool {
    // Without the marks between them, two words would be one.
    if let joint, joint < word.lowerBound { return false }
    let first = bytes[word.lowerBound]
    if WordBytes.isDigit(first) {
      guard takeNumber(word, in: bytes, words) else { return false }
    } else {
      digits = 0
      guard !WordBytes.isCapital(first) || isHarmless(word, in: bytes, words) else { return false }
      if word.count == 3, first == UInt8(ascii: "w"), bytes[word].allSatisfy({ $0 == first }) {
        return false
      }
    }
    switch words.meaning(of: word, after: before, in: bytes) {
    case .wanted: return false
    case .nothing: endMonth(unless: WordBytes.isDigit(first))
    case .first(let hash):
      endMonth(unless: WordBytes.isDigit(first))
      finish(word, before: hash)
      return true
    case .month:
      if hasOrdinal || dashAfterMonth == true { return false }
      hasMonth = true
      dashAfterMonth = false
    }
    finish(word, before: nil)
    return true
  }

  private mutating func finish(_ word: Range<Int>, before hash: UInt64?) {
    before = hash
    joint = word.upperBound
    mark = 0
  }

  private mutating func endMonth(unless isNumber: Bool) { if !isNumber { dashAfterMonth = nil } }

  private mutating func takeNumber(
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: PlainWords
  ) -> Bool {
    if words.isSum(word, in: bytes) { return false }
    guard bytes[word].allSatisfy(WordBytes.isDigit) else {
      digits = 0
      let suffix = bytes[word].suffix(2)
      if ["st", "nd", "rd", "th"].contains(where: { suffix.elementsEqual($0.utf8) }) {
        hasOrdinal = true
      }
      return !(hasOrdinal && hasMonth)
    }
    digits += word.count
    return digits < Self.telephoneLength
  }

  /// Whether a word that begins with a capital is no abbreviation, or one that readers know.
  private func isHarmless(
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: PlainWords
  ) -> Bool {
    let capitals = bytes[word].prefix { WordBytes.isCapital($0) || WordBytes.isDigit($0) }.count
    let rest = word.count - capitals
    guard capitals >= 2, rest == 0 || rest == 1 && bytes[word].last == UInt8(ascii: "s") else {
      return true
    }
    let text = String(decoding: bytes[word].prefix(capitals), as: UTF8.self)
    // In brackets it may stand after an expansion.
    return words.isKnown(text) ? mark != UInt8(ascii: "(") : CommonWords.isName(text)
  }
}
