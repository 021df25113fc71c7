/// Finds any of many phrases by the first word of each.
struct PhraseIndex {
  private var phrases: [Phrase] = []
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// Whether any first word has a hash that ends so; most words of a text are refused by it.
  private var filter = [Bool](repeating: false, count: 1 << 14)

  init(_ phrases: [Phrase]) {
    for phrase in phrases {
      guard let first = phrase.bytes.first, WordBytes.isWord(first) else { continue }
      let end = phrase.bytes.firstIndex { !WordBytes.isWord($0) } ?? phrase.bytes.count
      var hash = WordBytes.hashStart
      for byte in phrase.bytes[..<end] { hash = WordBytes.hash(byte, into: hash) }
      byFirstWord[hash, default: []].append(self.phrases.count)
      filter[Self.slot(hash)] = true
      self.phrases.append(phrase)
    }
  }

  /// Adds the phrases that begin with the word of `hash` at `start`.
  func match(
    _ hash: UInt64, at start: Int, in bytes: UnsafeBufferPointer<UInt8>,
    into matches: inout [PhraseMatch]
  ) {
    guard filter[Self.slot(hash)], let candidates = byFirstWord[hash] else { return }
    for candidate in candidates {
      let phrase = phrases[candidate]
      let end = start + phrase.bytes.count
      guard end <= bytes.count, !WordBytes.isWord(at: end, in: bytes),
        bytes[start..<end].elementsEqual(phrase.bytes)
      else { continue }
      matches.append(PhraseMatch(meaning: phrase.meaning, range: start..<end))
    }
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & 0x3FFF
  }
}

/// What words are made of.
enum WordBytes {
  /// Letters and digits, and every byte of a scalar beyond ASCII; the marks among those that part
  /// words are told apart by `markLength`.
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }

  /// Whether a word goes on at an offset; false at the end of the text.
  static func isWord(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset < bytes.count && isWord(bytes[offset]) && markLength(at: offset, in: bytes) == 0
  }

  /// The length of a mark beyond ASCII that parts words, such as `’`, `–` or a no-break space.
  static func markLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[offset] {
    case 0xC2: offset + 1 < bytes.count ? 2 : 1
    case 0xE2: offset + 2 < bytes.count && bytes[offset + 1] == 0x80 ? 3 : 0
    default: 0
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, which is short and good enough for words.
  static func hash(_ byte: UInt8, into hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
