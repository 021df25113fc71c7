/// Parts code into pieces that a theme colours, by the table of its language.
///
/// A lexer, not a parser: it never fails, and what it does not know is plain.
struct CodeHighlighter {
  private let rules: LanguageRules
  private let code: [UInt8]
  /// The bytes that comments and strings begin with.
  private let openings: ByteSet
  /// The ASCII bytes that names hold.
  private let nameBytes: ByteSet
  private var offset = 0
  private var output: [UInt8] = []
  /// Where the plain piece began that has not been written.
  private var plainStart = 0

  /// Returns the code as HTML, with a `span` around every piece that is not plain.
  static func html(_ code: some Sequence<UInt8>, rules: LanguageRules) -> [UInt8] {
    var highlighter = CodeHighlighter(rules: rules, code: Array(code))
    return highlighter.run()
  }

  private init(rules: LanguageRules, code: [UInt8]) {
    self.rules = rules
    self.code = code
    openings = rules.openings
    nameBytes = rules.allNameBytes
    output.reserveCapacity(code.count * 2)
  }

  private mutating func run() -> [UInt8] {
    while offset < code.count {
      if !rules.lines.isEmpty, isLineStart, takeLine() { continue }
      if rules.isMarkup {
        takeMarkup()
      } else {
        takeToken()
      }
    }
    flush()
    return output
  }

  /// Takes one token, or a byte that belongs to none.
  private mutating func takeToken() {
    let byte = code[offset]
    // Letters begin names in every language, and nothing begins with a space.
    if byte.isLetter {
      _ = takeName()
    } else if byte.isWhitespace || !(takeStretch() || takeNumber() || takeName()) {
      offset += 1
    }
  }

  private mutating func takeStretch() -> Bool {
    openings.contains(code[offset]) && (takeComment() || takeString())
  }

  /// Takes a whole line that its beginning says all about.
  private mutating func takeLine() -> Bool {
    guard let line = rules.lines.first(where: { starts(with: $0.prefix) }) else { return false }
    emit(line.kind, to: endOfLine)
    return true
  }

  private mutating func takeComment() -> Bool {
    if let block = rules.blockComment, starts(with: block.opening) {
      emit(.comment, to: end(of: block))
      return true
    }
    guard rules.lineComments.contains(where: starts(with:)) else { return false }
    if rules.commentsNeedSpace, !isLineStart, !code[offset - 1].isWhitespace { return false }
    emit(.comment, to: endOfLine)
    return true
  }

  private mutating func takeString() -> Bool {
    guard let string = rules.strings.first(where: { starts(with: $0.opening) }) else {
      return false
    }
    let end = end(of: string)
    emit(isKey(endingAt: end) ? .name : .string, to: end)
    return true
  }

  private mutating func takeNumber() -> Bool {
    guard code[offset].isDigit else { return false }
    var end = offset
    while end < code.count, code[end].isAlphanumeric || code[end] == 0x2E || code[end] == 0x5F {
      end += 1
    }
    emit(.number, to: end)
    return true
  }

  private mutating func takeName() -> Bool {
    let end = endOfName(from: offset)
    guard end > offset else { return false }
    if isKey(endingAt: end) {
      emit(.name, to: end)
    } else if let kind = kind(ofName: offset..<end) {
      emit(kind, to: end)
    } else {
      offset = end
    }
    return true
  }

  private func kind(ofName range: Range<Int>) -> HighlightClass? {
    guard range.count <= WordSet.longestWord else { return nil }
    let name = code[range]
    let key = rules.ignoresCase ? WordSet.packed(name.lazy.map(\.uppercased)) : WordSet.packed(name)
    if rules.keywords.contains(key) { return .keyword }
    return rules.constants.contains(key) ? .constant : nil
  }

  /// Takes a tag, a comment or the text up to the next of them.
  private mutating func takeMarkup() {
    if let block = rules.blockComment, starts(with: block.opening) {
      return emit(.comment, to: end(of: block))
    }
    guard code[offset] == UInt8(ascii: "<") else {
      offset += 1
      return
    }
    offset += 1
    if offset < code.count, code[offset] == UInt8(ascii: "/") { offset += 1 }
    if endOfName(from: offset) > offset { emit(.keyword, to: endOfName(from: offset)) }
    while offset < code.count, code[offset] != UInt8(ascii: ">") {
      if takeString() { continue }
      let end = endOfName(from: offset)
      if end > offset { emit(.name, to: end) } else { offset += 1 }
    }
  }
}

extension CodeHighlighter {
  private var isLineStart: Bool { offset == 0 || code[offset - 1].isLineBreak }

  private var endOfLine: Int {
    var end = offset
    while end < code.count, !code[end].isLineBreak { end += 1 }
    return end
  }

  private func starts(with text: StaticString) -> Bool { holds(text, at: offset) }

  private func holds(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset + length <= code.count else { return false }
    for index in 0..<length where code[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || nameBytes.contains(byte)
  }

  /// Returns where a stretch that begins here ends: after its closing mark, or with its line.
  private func end(of stretch: LanguageRules.Delimited) -> Int {
    var end = offset + stretch.opening.utf8CodeUnitCount
    while end < code.count {
      if stretch.hasEscapes, code[end] == UInt8(ascii: "\\") {
        end += 2
      } else if holds(stretch.closing, at: end) {
        return end + stretch.closing.utf8CodeUnitCount
      } else if !stretch.mayHaveLines, code[end].isLineBreak {
        return end
      } else {
        end += 1
      }
    }
    return code.count
  }

  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < code.count, isNameByte(code[end]) { end += 1 }
    return end
  }

  private func isKey(endingAt end: Int) -> Bool {
    guard let suffix = rules.keySuffix else { return false }
    var next = end
    while next < code.count, code[next].isSpaceOrTab { next += 1 }
    return next < code.count && code[next] == suffix
  }

  /// Writes the piece from here to `end` in its colour, and what was plain before it.
  private mutating func emit(_ kind: HighlightClass, to end: Int) {
    flush()
    let end = min(max(end, offset), code.count)
    output.append("<span class=\"hl-")
    output.append(contentsOf: kind.rawValue.utf8)
    output.append("\">")
    output.appendEscaped(code[offset..<end])
    output.append("</span>")
    offset = end
    plainStart = end
  }

  private mutating func flush() {
    output.appendEscaped(code[plainStart..<min(offset, code.count)])
    plainStart = offset
  }
}
