/// How much of a tag or comment that matters has been seen in an element's text.
struct ClosingTagProgress: Hashable, Sendable, BitwiseCopyable {
  var part: Part = .none
  /// How many characters of the part have been seen.
  var length = 0
  /// What comments do to the end of a script.
  var cover: Cover = .open

  enum Part: UInt8, Hashable, Sendable {
    case none
    /// After `<`.
    case tagOpen
    /// After `</` and `length` characters of the element's name.
    case endName
    /// After `<` and `length` characters of `script`, within a comment of a script.
    case startName
    /// After `<!` and `length` dashes.
    case comment
    /// After `length` dashes that may end a comment.
    case dashes
  }

  /// Whether `</script>` ends a script.
  enum Cover: UInt8, Hashable, Sendable {
    case open
    /// Behind `<!--`, where `<script` would cover the next `</script>`.
    case comment
    /// Behind `<!--` and `<script`, where `</script>` is overlooked.
    case covered
  }
}

extension ClosingTagProgress {
  /// Moves over a byte; returns whether it is the first byte behind the name of the end tag.
  mutating func advance(
    over byte: UInt8, in element: ElementKind
  ) throws(EscapeRefusalReason) -> Bool {
    switch part {
    case .none: break
    case .tagOpen:
      if openPart(at: byte, in: element) { return false }
    case .endName:
      switch matches(byte, of: element.closingName ?? "") {
      case .partly: return false
      case .wholly:
        guard cover == .covered else { return true }
        throw .commentHidesScriptEnd
      case .not: break
      }
    case .startName:
      switch matches(byte, of: "script") {
      case .partly: return false
      case .wholly: cover = .covered
      case .not: break
      }
    case .comment, .dashes:
      if advanceDashes(over: byte) { return false }
    }
    restart(with: byte)
    return false
  }

  private enum Match {
    case partly
    case wholly
    case not
  }

  private mutating func matches(_ byte: UInt8, of name: StaticString) -> Match {
    guard length < name.utf8CodeUnitCount else {
      let endsName = byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      return endsName && length > 0 ? .wholly : .not
    }
    guard byte.asciiLowercased == name.utf8Start[length] else { return .not }
    length += 1
    return .partly
  }

  private mutating func openPart(at byte: UInt8, in element: ElementKind) -> Bool {
    let isScript = element == .script || element == .inertScript
    switch byte {
    case UInt8(ascii: "/"): part = .endName
    case UInt8(ascii: "!") where isScript: part = .comment
    case UInt8(ascii: "s") where cover == .comment, UInt8(ascii: "S") where cover == .comment:
      part = .startName
      length = 1
      return true
    default: return false
    }
    length = 0
    return true
  }

  private mutating func advanceDashes(over byte: UInt8) -> Bool {
    if byte == UInt8(ascii: "-") {
      length = min(length + 1, 2)
      if part == .comment, length == 2 {
        part = .dashes
        if cover == .open { cover = .comment }
      }
      return true
    }
    if byte == UInt8(ascii: ">"), part == .dashes, length == 2 { cover = .open }
    return false
  }

  private mutating func restart(with byte: UInt8) {
    length = 0
    switch byte {
    case UInt8(ascii: "<"): part = .tagOpen
    case UInt8(ascii: "-") where cover != .open:
      part = .dashes
      length = 1
    default: part = .none
    }
  }
}
