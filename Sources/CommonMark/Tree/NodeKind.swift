/// What a node of a `MarkdownTree` is.
public enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  case document

  case blockQuote
  case list
  case item
  case codeBlock
  case htmlBlock
  case paragraph
  case heading
  case thematicBreak
  case table
  case tableRow
  case tableCell
  case tableCaption
  case footnoteDefinition
  case alert
  case figure
  case leafDirective
  case containerDirective

  case text
  case softBreak
  case lineBreak
  case code
  case htmlInline
  case emphasis
  case strong
  case strikethrough
  case link
  case image
  case footnoteReference
  case textDirective

  /// Whether the node stands inside a paragraph, a heading or a cell.
  public var isInline: Bool { rawValue >= NodeKind.text.rawValue }

  /// Whether the node's children are inline.
  var holdsInlines: Bool {
    self == .paragraph || self == .heading || self == .tableCell || self == .tableCaption
  }
}
