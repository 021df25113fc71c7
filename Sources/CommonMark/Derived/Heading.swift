/// A heading, as a table of contents needs it.
package struct Heading: Sendable, Hashable {
  /// The level that is written, from 1 to 6.
  package let level: Int
  package let id: String
  /// Without markup.
  package let text: String
  package let span: Range<Int>

  package init(level: Int, id: String, text: String, span: Range<Int>) {
    self.level = level
    self.id = id
    self.text = text
    self.span = span
  }
}
