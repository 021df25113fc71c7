/// The words of a body as they are written, with what is known of the words before.
struct PlainText {
  /// The last word ended here, if nothing but marks that vanish came after it.
  private var joint = Self.nowhere
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
  /// Where the text of a link ends, and the link.
  private var linkText = Self.nowhere
  private var linkEnd = Self.nowhere

  private static let nowhere = Int.max
  /// So many digits make a telephone number.
  private static let telephoneLength = 10

  mutating func endParagraph() {
    emphasis = 0
    digits = 0
  }

  /// Takes in a line of text; false if some rule may have something to say about it.
  mutating func scan(
    _ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: borrowing PlainWords
  ) -> Bool {
    var offset = line.lowerBound
    joint = Self.nowhere
    mark = 0x20
    while offset < line.upperBound {
      // Most words mean nothing, and do to what is known of those before what a word does.
      if mark == 0x20, before == nil {
        let next = words.beginnings.endOfOthers(from: offset, to: line.upperBound, in: bytes)
        if next > offset {
          digits = 0
          dashAfterMonth = nil
          offset = next
          if offset == line.upperBound { break }
        }
      }
      let byte = bytes[offset]
      if PlainBytes.isLetterOrDigit(byte) || byte >= 0x80 && WordBytes.isWord(at: offset, in: bytes)
      {
        let end = Self.endOfWord(from: offset, to: line.upperBound, in: bytes)
        guard takeWord(offset..<end, in: bytes, words) else { return false }
        offset = end
      } else if byte == 0x20 {
        joint = Self.nowhere
        mark = byte
        offset += 1
      } else if byte >= 0x80 {
        let length = max(1, WordBytes.markLength(at: offset, in: bytes))
        if length == 3, bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94 { noteDash() }
        takeMark(byte)
        offset += length
      } else if offset == linkText {
        offset = linkEnd
        linkText = Self.nowhere
      } else {
        guard takeByte(at: offset, in: line, of: bytes) else { return false }
        offset += 1
      }
    }
    return true
  }

  private static func endOfWord(
    from start: Int, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    while end < limit {
      let byte = bytes[end]
      guard
        PlainBytes.isLetterOrDigit(byte) || byte >= 0x80 && WordBytes.isWord(at: end, in: bytes)
      else { break }
      end += 1
    }
    return end
  }
}

// MARK: - Between words

extension PlainText {
  private mutating func noteDash() { if dashAfterMonth != nil { dashAfterMonth = true } }

  private mutating func takeMark(_ byte: UInt8) {
    joint = Self.nowhere
    mark = byte
    if !PlainBytes.mayStandInTelephoneNumber(byte) { digits = 0 }
  }

  /// Takes in what is no part of a word.
  private mutating func takeByte(
    at offset: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let byte = bytes[offset]
    let next = offset + 1 < line.upperBound ? bytes[offset + 1] : 0x0A
    let last = offset > line.lowerBound ? bytes[offset - 1] : 0x0A
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ">"), UInt8(ascii: "|"): break
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      emphasis += 1
      return emphasis <= PlainScan.emphasisLimit
    case UInt8(ascii: "["):
      guard !WordBytes.isWord(last), last != UInt8(ascii: "!"),
        let link = PlainLink(at: offset, in: line, of: bytes)
      else { return false }
      (linkText, linkEnd) = (link.text.upperBound, link.end)
      return true
    case UInt8(ascii: ":"):
      if next == byte || next == UInt8(ascii: "/") { return false }
    case UInt8(ascii: "&"):
      if WordBytes.isLetter(next) || next == UInt8(ascii: "#") { return false }
    case UInt8(ascii: "/"):
      if WordBytes.isDigit(next), WordBytes.isDigit(last) { return false }
    case UInt8(ascii: "`"):
      if next == byte, last == byte { return false }
    case UInt8(ascii: "-"): noteDash()
    case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "@"),
      UInt8(ascii: "]"), 0x00...0x1F, 0x7F:
      return false
    default: break
    }
    takeMark(byte)
    return true
  }
}

// MARK: - Words

extension PlainText {
  private mutating func takeWord(
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: borrowing PlainWords
  ) -> Bool {
    // Without the marks between them, two words would be one.
    if joint < word.lowerBound { return false }
    let first = bytes[word.lowerBound]
    let isNumber = WordBytes.isDigit(first)
    if isNumber {
      guard takeNumber(word, in: bytes, words) else { return false }
    } else {
      digits = 0
      if WordBytes.isCapital(first), !isHarmless(word, in: bytes, words) { return false }
      if first == UInt8(ascii: "w"), word.count == 3, bytes[word].allSatisfy({ $0 == first }) {
        return false
      }
    }
    joint = word.upperBound
    let meaning =
      before != nil || words.beginnings.mayBegin(at: word.lowerBound, in: bytes)
      ? words.meaning(of: word, after: before, in: bytes) : .nothing
    before = nil
    switch meaning {
    case .wanted: return false
    case .nothing: break
    case .first(let hash): before = hash
    case .month:
      if hasOrdinal || dashAfterMonth == true { return false }
      hasMonth = true
      dashAfterMonth = false
      mark = 0
      return true
    }
    if !isNumber { dashAfterMonth = nil }
    mark = 0
    return true
  }

  private mutating func takeNumber(
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: borrowing PlainWords
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
    _ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ words: borrowing PlainWords
  ) -> Bool {
    var end = word.lowerBound + 1
    while end < word.upperBound, WordBytes.isCapital(bytes[end]) || WordBytes.isDigit(bytes[end]) {
      end += 1
    }
    let rest = word.upperBound - end
    guard end - word.lowerBound >= 2, rest == 0 || rest == 1 && bytes[end] == UInt8(ascii: "s")
    else { return true }
    let text = String(decoding: bytes[word.lowerBound..<end], as: UTF8.self)
    // In brackets it may stand after an expansion.
    return words.isKnown(text) ? mark != UInt8(ascii: "(") : CommonWords.isName(text)
  }
}
