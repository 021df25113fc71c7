extension StyleContext {
  /// Moves over one character of a style.
  mutating func advance(over scalar: UInt32) throws(EscapeRefusalReason) {
    let byte = UInt8(exactly: scalar) ?? 0xFF
    switch lexeme {
    case .space: try beginToken(with: byte)
    case .word, .wordEscape, .atWord: try advanceInWord(over: byte)
    case .slash:
      lexeme = .space
      if byte == UInt8(ascii: "*") {
        lexeme = .comment
      } else {
        try beginToken(with: byte)
      }
    case .comment, .commentStar: advanceInComment(over: byte)
    case .doubleQuoted, .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape:
      advanceInString(over: byte)
    case .urlStart, .url, .urlEscape, .urlEnd: try advanceInURL(over: byte)
    case .doubleQuotedURL, .doubleQuotedURLEscape, .singleQuotedURL, .singleQuotedURLEscape:
      try advanceInQuotedURL(over: byte)
    }
  }

  private mutating func advanceInWord(over byte: UInt8) throws(EscapeRefusalReason) {
    switch byte {
    case _ where lexeme == .wordEscape:
      word.append(0xFF)
      lexeme = .word
    case UInt8(ascii: "\\"): lexeme = .wordEscape
    case _ where Self.isWordPart(byte): word.append(byte)
    case UInt8(ascii: "(") where lexeme == .word && word.equals(Known.url):
      lexeme = .urlStart
    default:
      if lexeme == .atWord { beginCondition() }
      if byte == UInt8(ascii: "("), Known.imageFunctions.contains(where: { word.ends(with: $0) }) {
        isInImageFunction = true
      }
      lexeme = .space
      try beginToken(with: byte)
    }
  }

  private mutating func beginToken(with byte: UInt8) throws(EscapeRefusalReason) {
    switch byte {
    case UInt8(ascii: "/"): lexeme = .slash
    case UInt8(ascii: "\""): beginString(plain: .doubleQuoted, url: .doubleQuotedURL)
    case UInt8(ascii: "'"): beginString(plain: .singleQuoted, url: .singleQuotedURL)
    case UInt8(ascii: "\\"):
      word = PackedName()
      lexeme = .wordEscape
    case _ where Self.isWordPart(byte):
      word = PackedName()
      word.append(byte)
      lexeme = .word
    case UInt8(ascii: "@"):
      word = PackedName()
      lexeme = .atWord
    case UInt8(ascii: ":"):
      if position == .property || position == .propertyOrValue { position = .value }
    case UInt8(ascii: ")"): isInImageFunction = false
    case UInt8(ascii: ";"): beginRule()
    case UInt8(ascii: "{"): try openBlock()
    case UInt8(ascii: "}"): closeBlock()
    default: break
    }
  }

  private mutating func beginString(plain: Lexeme, url quotedURL: Lexeme) {
    lexeme = isInImageFunction ? quotedURL : plain
  }

  private mutating func endURL(in lexeme: Lexeme) {
    self.lexeme = lexeme
    url = URLContext(allowsImages: true)
  }

  private mutating func advanceInComment(over byte: UInt8) {
    switch (lexeme, byte) {
    case (.commentStar, UInt8(ascii: "/")): lexeme = .space
    case (_, UInt8(ascii: "*")): lexeme = .commentStar
    default: lexeme = .comment
    }
  }

  /// A string that its line does not end is a mistake, which browsers end with the line.
  private mutating func advanceInString(over byte: UInt8) {
    switch (lexeme, byte) {
    case (.doubleQuotedEscape, _): lexeme = .doubleQuoted
    case (.singleQuotedEscape, _): lexeme = .singleQuoted
    case (.doubleQuoted, UInt8(ascii: "\\")): lexeme = .doubleQuotedEscape
    case (.singleQuoted, UInt8(ascii: "\\")): lexeme = .singleQuotedEscape
    case (.doubleQuoted, UInt8(ascii: "\"")), (.singleQuoted, UInt8(ascii: "'")),
      (_, 0x0A), (_, 0x0D), (_, 0x0C):
      lexeme = .space
    default: break
    }
  }

  private mutating func advanceInURL(over byte: UInt8) throws(EscapeRefusalReason) {
    switch (lexeme, byte) {
    case (.urlEscape, _): lexeme = .url
    case (_, UInt8(ascii: ")")): endURL(in: .space)
    case (.urlStart, UInt8(ascii: "\"")): lexeme = .doubleQuotedURL
    case (.urlStart, UInt8(ascii: "'")): lexeme = .singleQuotedURL
    case (.urlEnd, _): break
    case _ where byte.isHTMLSpace: break
    case (_, UInt8(ascii: "\\")): lexeme = .urlEscape
    default:
      lexeme = .url
      try url.advance(over: UInt32(byte))
    }
  }

  private mutating func advanceInQuotedURL(over byte: UInt8) throws(EscapeRefusalReason) {
    switch (lexeme, byte) {
    case (.doubleQuotedURLEscape, _): lexeme = .doubleQuotedURL
    case (.singleQuotedURLEscape, _): lexeme = .singleQuotedURL
    case (.doubleQuotedURL, UInt8(ascii: "\\")): lexeme = .doubleQuotedURLEscape
    case (.singleQuotedURL, UInt8(ascii: "\\")): lexeme = .singleQuotedURLEscape
    case (.doubleQuotedURL, UInt8(ascii: "\"")), (.singleQuotedURL, UInt8(ascii: "'")):
      endURL(in: isInImageFunction ? .space : .urlEnd)
    case (_, 0x0A), (_, 0x0D), (_, 0x0C): endURL(in: .space)
    default: try url.advance(over: UInt32(byte))
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}

extension StyleContext {
  private var holdsDeclarations: Bool { blocks & 1 != 0 }

  private mutating func beginCondition() {
    position = .condition
    conditionHoldsRules =
      Known.ruleHolders.contains { word.equals($0) }
      || Known.ruleHolderEndings.contains { word.ends(with: $0) }
  }

  private mutating func beginRule() {
    position = holdsDeclarations ? .property : .selector
    isInImageFunction = false
  }

  private mutating func openBlock() throws(EscapeRefusalReason) {
    guard depth < 31 else { throw .nestingTooDeep }
    let holdsRules = position == .condition && conditionHoldsRules && !holdsDeclarations
    depth += 1
    blocks = blocks << 1 | (holdsRules ? 0 : 1)
    beginRule()
  }

  private mutating func closeBlock() {
    if depth > 0 {
      depth -= 1
      blocks >>= 1
    }
    beginRule()
  }

  private enum Known {
    static let url = PackedName("url")
    static let imageFunctions = [PackedName("image-set"), PackedName("image"), PackedName("src")]
    static let ruleHolders = [
      PackedName("container"), PackedName("document"), PackedName("layer"), PackedName("media"),
      PackedName("scope"), PackedName("supports"),
    ]
    /// The ends of names with prefixes or of more than twelve letters.
    static let ruleHolderEndings = [PackedName("keyframes"), PackedName("ting-style")]
  }
}
