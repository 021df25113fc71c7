/// How far the page within a `srcdoc` attribute has been written.
struct NestedDocumentContext: Hashable, Sendable, BitwiseCopyable {
  var position: Position = .text
  /// The name of the tag being read.
  var name = PackedName()

  enum Position: UInt8, Hashable, Sendable {
    case text
    /// After `<`.
    case tagOpen
    case tagName
    case tag
    /// In a tag of an element whose text is no markup, or in that text.
    case closed
  }
}

extension NestedDocumentContext {
  /// Moves over one character of the nested page.
  mutating func advance(over scalar: UInt32) {
    let byte = UInt8(exactly: scalar) ?? 0xFF
    switch position {
    case .closed: break
    case .text:
      if byte == UInt8(ascii: "<") { position = .tagOpen }
    case .tagOpen: advanceBehindLessThan(over: byte)
    case .tagName:
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        endName(at: byte)
      } else {
        name.append(byte)
      }
    case .tag:
      if byte == UInt8(ascii: ">") { position = .text }
    }
  }

  private mutating func advanceBehindLessThan(over byte: UInt8) {
    name = PackedName()
    switch byte {
    case UInt8(ascii: "<"): break
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): position = .tag
    case _ where byte.isASCIILetter:
      position = .tagName
      name.append(byte)
    default: position = .text
    }
  }

  private mutating func endName(at byte: UInt8) {
    if ElementKind(name).closingName != nil {
      position = .closed
    } else {
      position = byte == UInt8(ascii: ">") ? .text : .tag
    }
    name = PackedName()
  }
}

extension NestedDocumentContext {
  /// Returns how a value is written here.
  func place() throws(EscapeRefusalReason) -> OutputEscaper {
    guard position == .text else { throw .valueInNestedTag }
    return .nestedDocument
  }
}
