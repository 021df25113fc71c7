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
