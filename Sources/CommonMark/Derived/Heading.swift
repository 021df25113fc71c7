/// A heading, as a table of contents needs it.
public struct Heading: Sendable, Hashable {
  /// The level that is written, from 1 to 6.
  public let level: Int
  public let id: String
  /// Without markup.
  public let text: String
  public let span: Range<Int>

  public init(level: Int, id: String, text: String, span: Range<Int>) {
    self.level = level
    self.id = id
    self.text = text
    self.span = span
  }
}
