/// A call of a component from Markdown, such as `::metrics{channel=blog}`.
public struct Directive: Sendable, Hashable {
  /// How it was written: in a line, alone or around blocks.
  public let form: Form
  /// The component's name as typed, without the colons before it.
  public let name: Attributes.Value
  /// What stands in square brackets after the name.
  public let label: Label?
  /// What stands in braces after name and label; `nil` if there are none.
  public let attributes: Attributes?
  /// The place of the whole; a container's reaches to its closing line.
  public let span: Range<Int>

  /// Makes a directive as if it had been written at `span`.
  public init(
    form: Form, name: Attributes.Value, label: Label?, attributes: Attributes?, span: Range<Int>
  ) {
    self.form = form
    self.name = name
    self.label = label
    self.attributes = attributes
    self.span = span
  }

  /// How a directive was written.
  public enum Form: Sendable, Hashable {
    /// `:name[label]{...}` inside a line.
    case text
    /// `::name[label]{...}` alone in a paragraph.
    case leaf
    /// `:::name[label]{...}` and all up to `:::`.
    case container
  }

  /// A directive's label: inline Markdown.
  public struct Label: Sendable, Hashable {
    /// Without markup.
    public let text: String
    /// The label rendered, without an element around it.
    public let html: HTMLFragment
    /// The place of what stands between the square brackets, without these.
    public let span: Range<Int>

    /// Makes a label of one text in two forms, without markup and rendered.
    public init(text: String, html: HTMLFragment, span: Range<Int>) {
      self.text = text
      self.html = html
      self.span = span
    }
  }
}

/// A directive as the tree keeps it, before its label is rendered.
struct DirectiveSyntax: Sendable {
  var form: Directive.Form
  var name: Attributes.Value
  var label: Range<Int>?
  var attributes: Attributes?
  /// Where the syntax ends.
  var end: Int {
    attributes?.span.upperBound ?? label.map { $0.upperBound + 1 } ?? name.span.upperBound
  }

  /// The node whose children are the label.
  var labelNode: Int32 = Node.none
}
