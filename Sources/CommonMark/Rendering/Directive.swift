/// A call of a component from Markdown, such as `::metrics{channel=blog}`.
package struct Directive: Sendable, Hashable {
  package let form: Form
  package let name: Attributes.Value
  /// What stands in square brackets after the name.
  package let label: Label?
  package let attributes: Attributes?
  /// The place of the whole; a container's reaches to its closing line.
  package let span: Range<Int>

  package init(
    form: Form, name: Attributes.Value, label: Label?, attributes: Attributes?, span: Range<Int>
  ) {
    self.form = form
    self.name = name
    self.label = label
    self.attributes = attributes
    self.span = span
  }

  /// How a directive was written.
  package enum Form: Sendable, Hashable {
    /// `:name[label]{...}` inside a line.
    case text
    /// `::name[label]{...}` alone in a paragraph.
    case leaf
    /// `:::name[label]{...}` and all up to `:::`.
    case container
  }

  /// A directive's label: inline Markdown.
  package struct Label: Sendable, Hashable {
    /// Without markup.
    package let text: String
    package let html: HTMLFragment
    package let span: Range<Int>

    package init(text: String, html: HTMLFragment, span: Range<Int>) {
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
