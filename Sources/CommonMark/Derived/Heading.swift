/// A heading, as a table of contents needs it.
public struct Heading: Sendable, Hashable {
  /// The level that is written, from 1 to 6.
  public let level: Int
  /// What links to the heading name after `#`, with the prefix that the options ask for.
  public let id: String
  /// Without markup.
  public let text: String
  /// The bytes of the file that the heading was written in.
  public let span: Range<Int>

  /// Makes a heading; the level is the one that is written, the text is without markup.
  public init(level: Int, id: String, text: String, span: Range<Int>) {
    self.level = level
    self.id = id
    self.text = text
    self.span = span
  }
}
