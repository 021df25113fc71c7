extension EscapeContext {
  /// Moves over a byte from `<` to the end of the tag's name.
  mutating func advanceInTagName(over byte: UInt8) {
    switch position {
    case .tagOpen: advanceBehindLessThan(over: byte)
    case .endTagOpen:
      if byte.isASCIILetter || startsXMLName(byte) {
        position = .endTagName
      } else {
        position = byte == UInt8(ascii: ">") ? .text : .declaration
      }
    default:
      let isStartTag = position == .tagName
      guard byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
        if isStartTag { name.append(byte) }
        return
      }
      resolveElement()
      leaveName(at: byte)
    }
  }

  /// Moves over a byte between the attributes of a tag, or in one's name.
  mutating func advanceInTag(over byte: UInt8) throws(EscapeRefusalReason) {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: ">"):
      if position == .beforeValue, byte == UInt8(ascii: "/") {
        try beginValue(with: byte)
      } else {
        leaveName(at: byte)
      }
    case UInt8(ascii: "="):
      try advanceOverEqualsSign()
    case _ where byte.isHTMLSpace:
      switch position {
      case .attributeName, .endOfAttributeName: position = .afterAttributeName
      case .afterAttributeName, .beforeValue: break
      default: position = .beforeAttribute
      }
    default:
      try advanceOverNameByte(byte)
    }
  }

  /// Takes the tag's name for finished, so that the element is known.
  mutating func resolveElement() {
    if position == .tagName, syntax == .html { element = ElementKind(name) }
    name = PackedName()
  }

  /// What an attribute with the name read so far would be.
  var namedAttribute: AttributeKind { AttributeKind(name, of: element) }

  private mutating func advanceBehindLessThan(over byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): position = .endTagOpen
    case UInt8(ascii: "!"): position = .declarationOpen
    case UInt8(ascii: "?"): position = .instruction
    case UInt8(ascii: "<"): break
    case _ where byte.isASCIILetter || startsXMLName(byte):
      position = .tagName
      name = PackedName()
      name.append(byte)
    default: position = .text
    }
  }

  private func startsXMLName(_ byte: UInt8) -> Bool {
    syntax == .xml && (byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80)
  }

  /// Leaves a name or a value in a tag at white space, `/` or `>`.
  mutating func leaveName(at byte: UInt8) {
    attribute = .plain
    delimiter = .unquoted
    pending = .none
    content = .none
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/"): position = .afterSlash
    default: position = .beforeAttribute
    }
    name = PackedName()
  }

  private mutating func closeTag() {
    guard element.closingName != nil else {
      self = outermost
      return
    }
    position = .elementText
    closing = ClosingTagProgress()
    switch element {
    case .script: content = .script(ScriptContext())
    case .style: content = .style(StyleContext(isAttribute: false))
    case .ordinary, .inertScript, .title, .textarea, .iframe, .noembed, .noframes, .xmp,
      .plaintext, .meta, .image, .animation:
      content = .none
    }
  }

  private mutating func advanceOverEqualsSign() throws(EscapeRefusalReason) {
    switch position {
    case .attributeName, .afterAttributeName, .endOfAttributeName:
      attribute = namedAttribute
      position = .beforeValue
      name = PackedName()
    case .beforeValue: try beginValue(with: UInt8(ascii: "="))
    case .endOfName: throw .spaceMissingAfterBranches
    default: throw .equalsSignWithoutName
    }
  }

  private mutating func advanceOverNameByte(_ byte: UInt8) throws(EscapeRefusalReason) {
    switch position {
    case .attributeName: name.appendAttribute(byte)
    case .beforeValue: try beginValue(with: byte)
    case .endOfName, .endOfAttributeName: throw .spaceMissingAfterBranches
    default:
      position = .attributeName
      name = PackedName()
      name.appendAttribute(byte)
    }
  }
}
