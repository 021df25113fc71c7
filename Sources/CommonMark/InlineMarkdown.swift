/// Renders a line of text that may hold inline Markdown, such as a project's question.
public enum InlineMarkdown {
  /// Returns the markup of a line, without a paragraph around it; what is not inline is dropped.
  public static func fragment(of line: String) -> HTMLFragment {
    let source = MarkdownSource(file: "", bytes: Array(line.utf8))
    let tree = MarkdownTree(parsing: source, options: MarkdownOptions(rawHTML: .escape))
    guard let first = tree.children(of: tree.root).first(where: { _ in true }) else {
      return HTMLFragment()
    }
    return tree.renderInlines(of: first)
  }
}
