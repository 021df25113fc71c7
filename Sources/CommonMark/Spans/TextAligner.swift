/// Walks a literal and the source it was made from side by side.
///
/// The two differ by backslash escapes, entities and typographic marks; each step knows how many
/// bytes it takes on either side.
struct TextAligner {
  /// The source as libcmark sees it.
  let content: UnsafeBufferPointer<UInt8>
  let literal: UnsafeBufferPointer<UInt8>
  private(set) var contentOffset: Int
  private(set) var literalOffset = 0
  /// Whether backslashes escape; they do not in `<...>` addresses.
  let hasEscapes: Bool
  /// Whether any step took other bytes than it gave.
  private(set) var isCooked = false

  init(
    content: UnsafeBufferPointer<UInt8>, at offset: Int, literal: UnsafeBufferPointer<UInt8>,
    hasEscapes: Bool = true
  ) {
    self.content = content
    self.contentOffset = offset
    self.literal = literal
    self.hasEscapes = hasEscapes
  }

  /// Goes on until `end` bytes of the literal are behind; `false` if the two do not fit.
  mutating func advance(toLiteral end: Int) -> Bool {
    while literalOffset < end {
      skipSame(to: end)
      guard literalOffset < end else { return true }
      guard contentOffset < content.count else { return false }
      let byte = content[contentOffset]
      if byte == literal[literalOffset], byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "&") {
        contentOffset += 1
        literalOffset += 1
      } else {
        guard stepOverDifference(byte) else { return false }
      }
    }
    return true
  }

  /// Passes over bytes that are the same on both sides, eight at a time.
  private mutating func skipSame(to end: Int) {
    let left = UnsafeRawBufferPointer(content)
    let right = UnsafeRawBufferPointer(literal)
    let start = literalOffset
    while literalOffset + 8 <= end, contentOffset + 8 <= left.count {
      let word = left.loadUnaligned(fromByteOffset: contentOffset, as: UInt64.self)
      guard word == right.loadUnaligned(fromByteOffset: literalOffset, as: UInt64.self),
        !Self.holds(word, UInt8(ascii: "\\")), !Self.holds(word, UInt8(ascii: "&"))
      else { return }
      literalOffset += 8
      contentOffset += 8
    }
    // The last eight bytes overlap what has been compared, which saves going byte by byte.
    let rest = end - literalOffset
    guard rest > 0, literalOffset - start >= 8 - rest, contentOffset + rest <= left.count else {
      return
    }
    let word = left.loadUnaligned(fromByteOffset: contentOffset + rest - 8, as: UInt64.self)
    guard word == right.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self),
      !Self.holds(word, UInt8(ascii: "\\")), !Self.holds(word, UInt8(ascii: "&"))
    else { return }
    literalOffset += rest
    contentOffset += rest
  }

  /// Whether one of the eight bytes is `byte`.
  private static func holds(_ word: UInt64, _ byte: UInt8) -> Bool {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  private mutating func stepOverDifference(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"):
      if hasEscapes, contentOffset + 1 < content.count, content[contentOffset + 1].isPunctuation,
        literal[literalOffset] == content[contentOffset + 1]
      {
        take(content: 2, literal: 1)
        return true
      }
      return stepOverSame(byte) || stepOverEscapedBar()
    case UInt8(ascii: "&"): return stepOverAmpersand()
    // libcmark replaces a zero byte by U+FFFD.
    case 0:
      guard literalOffset + 2 < literal.count, literal[literalOffset] == 0xEF else { return false }
      take(content: 1, literal: 3)
      return true
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "."):
      return stepOverTypography()
    case 0x09: return stepOverTab()
    default: return false
    }
  }

  /// Steps over a tab of which a container took a part, and for which spaces stand.
  private mutating func stepOverTab() -> Bool {
    let shown = literal[literalOffset...].prefix { $0 == 0x20 }.count
    let typed = content[(contentOffset + 1)...].prefix { $0 == 0x20 }.count
    guard shown > typed else { return false }
    take(content: 1, literal: shown - typed)
    return true
  }

  /// Steps over `\\|` in a table's cell, which loses one backslash to the cell and one to the bar.
  private mutating func stepOverEscapedBar() -> Bool {
    let written = content[contentOffset...].prefix(3)
    guard written.elementsEqual(#"\\|"#.utf8), literal[literalOffset] == UInt8(ascii: "|") else {
      return false
    }
    take(content: 3, literal: 1)
    return true
  }

  private mutating func stepOverSame(_ byte: UInt8) -> Bool {
    guard literal[literalOffset] == byte else { return false }
    contentOffset += 1
    literalOffset += 1
    return true
  }

  private mutating func take(content taken: Int, literal given: Int) {
    isCooked = true
    contentOffset += taken
    literalOffset += given
  }

  /// Steps over what `libcmark` writes for straight quotes, hyphens and dots.
  private mutating func stepOverTypography() -> Bool {
    guard literalOffset + 2 < literal.count, literal[literalOffset] == 0xE2,
      literal[literalOffset + 1] == 0x80
    else { return false }
    switch literal[literalOffset + 2] {
    case 0x98, 0x99, 0x9C, 0x9D: take(content: 1, literal: 3)
    case 0x93: take(content: 2, literal: 3)
    case 0x94, 0xA6: take(content: 3, literal: 3)
    default: return false
    }
    return contentOffset <= content.count
  }

  private mutating func stepOverAmpersand() -> Bool {
    guard let entity = EntityScanner.scan(content, at: contentOffset) else {
      return stepOverSame(UInt8(ascii: "&"))
    }
    if literal[literalOffset] == UInt8(ascii: "&"), !entity.isAmpersand {
      return stepOverSame(UInt8(ascii: "&"))
    }
    var given = Self.scalarLength(literal[literalOffset])
    if entity.mayHaveTwoScalars,
      isSecondScalar(at: literalOffset + given, afterEntityEndingAt: entity.end)
    {
      given += Self.scalarLength(literal[literalOffset + given])
    }
    guard literalOffset + given <= literal.count else { return false }
    take(content: entity.end - contentOffset, literal: given)
    return true
  }

  /// Whether the literal goes on with the second scalar of an entity that stands for two.
  ///
  /// All but `&fjlig;` end in a combining mark or a thin space, which hardly ever follows as
  /// typed text; if it does, the literal has it once more than the source.
  private func isSecondScalar(at offset: Int, afterEntityEndingAt end: Int) -> Bool {
    guard offset + 1 < literal.count || (offset < literal.count && literal[offset] == 0x6A) else {
      return false
    }
    if literal[offset] == 0x6A {
      return contentOffset + 7 == end && content[contentOffset + 1] == 0x66
    }
    guard Self.secondScalars.contains(scalar(at: offset)) else { return false }
    let mark = literal[offset..<offset + Self.scalarLength(literal[offset])]
    return Self.repetitions(of: mark, in: literal[offset...])
      > Self.repetitions(of: mark, in: content[min(end, content.count)...])
  }

  /// Returns how often `bytes` begins with `mark`.
  private static func repetitions(
    of mark: Slice<UnsafeBufferPointer<UInt8>>, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int {
    var rest = bytes
    var count = 0
    while rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
      count += 1
    }
    return count
  }

  private static let secondScalars: Set<UInt32> = [
    0x0331, 0x0333, 0x0338, 0x200A, 0x20D2, 0x20E5, 0xFE00,
  ]

  private func scalar(at offset: Int) -> UInt32 {
    let length = Self.scalarLength(literal[offset])
    guard offset + length <= literal.count else { return 0 }
    switch length {
    case 2: return UInt32(literal[offset] & 0x1F) << 6 | UInt32(literal[offset + 1] & 0x3F)
    case 3:
      return UInt32(literal[offset] & 0x0F) << 12 | UInt32(literal[offset + 1] & 0x3F) << 6
        | UInt32(literal[offset + 2] & 0x3F)
    default: return 0
    }
  }

  private static func scalarLength(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
