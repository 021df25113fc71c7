internal import Content

/// The words that make a body worth parsing, for one word after the other as it is written.
struct PlainWords: Sendable {
  /// Words that are looked for by themselves.
  private var alone: Set<UInt64> = []
  /// The second words of what is looked for, by the first.
  private var pairs: [UInt64: Set<UInt64>] = [:]
  private var months: Set<UInt64> = []
  /// The last three digits or less of stated attendances.
  private var sums: Set<UInt64> = []
  /// Abbreviations that need no glossary.
  private let known: Set<String>
  private(set) var beginnings = WordBeginnings()
  private(set) var terms: [String] = []

  init(site: Site) {
    known = GlossaryRules.knownAbbreviations(of: site)
    let findsExpansions = RulePolicy(site.settings).isOn(.g04)
    for phrase in site.phrases() {
      switch phrase.meaning {
      case .month(.full): addMonth(phrase)
      case .preferred: break
      case .expansion: if findsExpansions { add(phrase) }
      case .variant, .person, .nameWord, .organisation, .month(.short), .placeholder: add(phrase)
      }
    }
    for sum in EventRules.attendanceTotals(of: site) {
      let digits = sum.grouped.split(separator: ",").last ?? ""
      for text in [sum.description, String(digits)] {
        sums.formUnion(begin(Phrase(text, .placeholder)).prefix(1))
        terms.append("sum \(text)")
      }
    }
    terms += known.sorted().map { "abbreviation \($0)" }
  }

  private mutating func add(_ phrase: Phrase) {
    terms.append("phrase \(String(decoding: phrase.bytes, as: UTF8.self))")
    let hashes = begin(phrase)
    guard let first = hashes.first else { return }
    if hashes.count == 1 {
      alone.insert(first)
    } else {
      pairs[first, default: []].insert(hashes[1])
    }
  }

  private mutating func addMonth(_ phrase: Phrase) { months.formUnion(begin(phrase).prefix(1)) }

  /// Notes what a phrase begins with and returns the hashes of its words.
  private mutating func begin(_ phrase: Phrase) -> [UInt64] {
    phrase.bytes.withUnsafeBufferPointer { bytes in
      let words = Self.words(of: bytes)
      if let first = words.first { beginnings.insert(first, in: bytes) }
      return words.map { WordBytes.hash(of: $0, in: bytes) }
    }
  }

  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      while WordBytes.isWord(at: offset, in: bytes) { offset += 1 }
      if offset > start {
        words.append(start..<offset)
      } else {
        offset += max(1, WordBytes.markLength(at: offset, in: bytes))
      }
    }
    return words
  }
}

// MARK: - Asking

extension PlainWords {
  /// What a word means for the body it stands in.
  enum Meaning {
    case nothing
    case month
    /// The first word of something that is looked for, if a certain other follows.
    case first(UInt64)
    /// What some rule looks for.
    case wanted
  }

  /// Looks a word up.
  ///
  /// - Parameter before: The word before it, if that is the first of something.
  func meaning(
    of word: Range<Int>, after before: UInt64?, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Meaning {
    let hash = WordBytes.hash(of: word, in: bytes)
    if let before, pairs[before]?.contains(hash) == true { return .wanted }
    if alone.contains(hash) { return .wanted }
    guard months.contains(hash) else { return pairs[hash] == nil ? .nothing : .first(hash) }
    return pairs[hash] == nil ? .month : .wanted
  }

  /// Whether a number may be a stated attendance, or the end of one.
  func isSum(_ number: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !sums.isEmpty && sums.contains(WordBytes.hash(of: number, in: bytes))
  }

  /// Whether a word of capitals is in the glossary or well known.
  func isKnown(_ abbreviation: String) -> Bool { known.contains(abbreviation) }
}
