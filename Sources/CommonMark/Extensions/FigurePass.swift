/// Makes a figure of a paragraph that is one image with a title, which becomes the caption.
struct FigurePass {
  func apply(to paragraph: Int32, in tree: inout MarkdownTree) {
    let image = tree[paragraph].firstChild
    guard image != Node.none, tree[paragraph].kind == .paragraph, tree[image].kind == .image,
      tree[image].nextSibling == Node.none, !tree[image].detail.isEmpty
    else { return }
    tree[paragraph].kind = .figure
  }
}
