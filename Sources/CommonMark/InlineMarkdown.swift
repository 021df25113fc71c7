/// Renders a line of text that may hold inline Markdown, such as a project's question.
///
/// Only what is inline is rendered, without a paragraph around it; raw HTML is shown as typed.
public enum InlineMarkdown {
  /// Renders a line that stands in a file, with places in the line.
  ///
  /// The markup is that of a paragraph; nothing is there for what is no paragraph.
  public static func document(of line: String, in file: String) -> MarkdownDocument {
    tree(of: line, in: file, readsDirectives: true).document()
  }

  /// Renders a line; directives in it call components.
  public static func fragment(of line: String) -> HTMLFragment {
    fragment(of: tree(of: line, readsDirectives: true))
  }

  /// Renders a line that comes from where no component can be called; directives are shown as
  /// typed.
  public static func fragmentWithoutDirectives(of line: String) -> HTMLFragment {
    fragment(of: tree(of: line, readsDirectives: false))
  }

  private static func tree(
    of line: String, in file: String = "", readsDirectives: Bool
  ) -> MarkdownTree {
    var options = MarkdownOptions(rawHTML: .escape)
    options.readsTextDirectives = readsDirectives
    return MarkdownTree(
      parsing: MarkdownSource(file: file, bytes: Array(line.utf8)), options: options)
  }

  private static func fragment(of tree: MarkdownTree) -> HTMLFragment {
    guard let first = tree.children(of: tree.root).first(where: { _ in true }) else {
      return HTMLFragment()
    }
    return tree.renderInlines(of: first)
  }
}
