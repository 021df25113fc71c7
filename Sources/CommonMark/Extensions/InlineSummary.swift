/// What stands in a block's text, so that passes without work there are left out.
struct InlineSummary {
  fileprivate(set) var mask: Int32 = 0
  /// Whether there are links or images.
  fileprivate(set) var hasLinks = false

  var mayHaveDirectives: Bool { mask & SpecialBytes.directive != 0 }
  var mayHaveAddresses: Bool { mask & SpecialBytes.address != 0 }
  var mayLackFootnotes: Bool { mask & SpecialBytes.footnote != 0 }
  var hasTildes: Bool { mask & SpecialBytes.tilde != 0 }
}

extension MarkdownTree {
  /// Returns what stands in a block's text.
  func inlineSummary(of holder: Int32) -> InlineSummary {
    var summary = InlineSummary()
    var index = self[holder].firstChild
    while index != Node.none {
      let kind = self[index].kind
      if kind == .text { summary.mask |= self[index].number }
      if kind == .link || kind == .image { summary.hasLinks = true }
      index = next(after: index, in: holder)
    }
    return summary
  }
}
