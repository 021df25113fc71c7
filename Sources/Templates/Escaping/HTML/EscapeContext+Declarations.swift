extension EscapeContext {
  /// Moves over a byte behind `<!` or `<?`.
  mutating func advanceInDeclaration(over byte: UInt8) {
    switch position {
    case .declarationOpen:
      switch byte {
      case UInt8(ascii: "-"): position = .declarationDash
      case UInt8(ascii: "["): position = syntax == .xml ? .sectionName : .declaration
      case UInt8(ascii: ">"): position = .text
      default: position = .declaration
      }
    case .declarationDash:
      switch byte {
      case UInt8(ascii: "-"): position = .commentStart
      case UInt8(ascii: ">"): position = .text
      default: position = .declaration
      }
    case .sectionName:
      if byte == UInt8(ascii: "[") { position = .section }
    case .instruction, .instructionQuestion:
      advanceInInstruction(over: byte)
    default:
      if byte == UInt8(ascii: ">") { position = .text }
    }
  }

  private mutating func advanceInInstruction(over byte: UInt8) {
    if byte == UInt8(ascii: ">"), syntax == .html || position == .instructionQuestion {
      position = .text
    } else {
      position = byte == UInt8(ascii: "?") ? .instructionQuestion : .instruction
    }
  }

  /// Moves over a byte of a comment.
  mutating func advanceInComment(over byte: UInt8) {
    switch (byte, position) {
    case (UInt8(ascii: "-"), .commentStart): position = .commentStartDash
    case (UInt8(ascii: "-"), .comment): position = .commentDash
    case (UInt8(ascii: "-"), .commentBang): position = .commentDash
    case (UInt8(ascii: "-"), _): position = .commentDashes
    case (UInt8(ascii: "!"), .commentDashes): position = .commentBang
    case (UInt8(ascii: ">"), .comment), (UInt8(ascii: ">"), .commentDash): position = .comment
    case (UInt8(ascii: ">"), .commentBang) where syntax == .xml: position = .comment
    case (UInt8(ascii: ">"), _): position = .text
    default: position = .comment
    }
  }

  /// Moves over a byte of a CDATA section.
  mutating func advanceInSection(over byte: UInt8) {
    switch (byte, position) {
    case (UInt8(ascii: "]"), .section): position = .sectionBracket
    case (UInt8(ascii: "]"), _): position = .sectionBrackets
    case (UInt8(ascii: ">"), .sectionBrackets): position = .text
    default: position = .section
    }
  }
}
