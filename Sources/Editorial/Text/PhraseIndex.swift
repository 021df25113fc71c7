/// Finds any of many phrases by the first word of each.
struct PhraseIndex: Sendable {
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
