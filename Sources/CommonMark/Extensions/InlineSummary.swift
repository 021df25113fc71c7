/// What stands in a block's text, so that passes without work there are left out.
struct InlineSummary {
  private var mask: Int32 = 0
  /// Whether there are links or images.
  private(set) var hasLinks = false

  var mayHaveDirectives: Bool { mask & SpecialBytes.directive != 0 }
  var mayHaveAddresses: Bool { mask & SpecialBytes.address != 0 }
  var hasTildes: Bool { mask & SpecialBytes.tilde != 0 }

  init(of holder: Int32, in tree: MarkdownTree) {
    var index = tree[holder].firstChild
    while index != Node.none {
      let kind = tree[index].kind
      if kind == .text { mask |= tree[index].number }
      if kind == .link || kind == .image { hasLinks = true }
      index = tree.next(after: index, in: holder)
    }
  }
}
