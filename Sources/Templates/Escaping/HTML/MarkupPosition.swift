/// Which part of the markup the next byte continues.
enum MarkupPosition: UInt8, Hashable, Sendable {
  /// Between tags.
  case text
  /// In an element without markup, such as `script`, `style` and `title`.
  case elementText
  /// After `<`.
  case tagOpen
  /// After `</`.
  case endTagOpen
  case tagName
  case endTagName
  /// In a tag, after white space.
  case beforeAttribute
  case attributeName
  /// After an attribute's name and white space, where `=` may follow.
  case afterAttributeName
  /// Where branches end that each spell a name of the same kind: the name must end here.
  case endOfAttributeName
  /// After `=`.
  case beforeValue
  case attributeValue
  /// After the quote that ends a value.
  case afterValue
  /// After `/` in a tag.
  case afterSlash
  /// Where branches end, of which one ended within a name: the name must end here.
  case endOfName
  /// After `<!`.
  case declarationOpen
  /// After `<!-`.
  case declarationDash
  /// After `<![`, up to the next `[`.
  case sectionName
  /// In a document type or anything else that `>` ends.
  case declaration
  /// In `<?…?>`.
  case instruction
  case instructionQuestion
  /// After `<!--`, where `>` would end the comment.
  case commentStart
  case commentStartDash
  case comment
  case commentDash
  case commentDashes
  case commentBang
  /// In a CDATA section of XML.
  case section
  case sectionBracket
  case sectionBrackets
}
