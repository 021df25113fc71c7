internal import CommonMark
internal import Diagnostics

/// Reads the steps, needs and outcomes that stand as list items in a body.
struct StepReader {
  let tree: MarkdownTree
  let wordings: SectionWordings
  /// The project whose update the body is; `nil` for an edition's own body.
  let owner: ID<Project>?
  private let sections: [Section]

  /// A part of the body under one of its headings.
  struct Section {
    let heading: String
    /// As headings are compared.
    let foldedHeading: String
    let node: MarkdownTree.Section
  }

  /// A value with what is wrong in its source.
  struct Reading<Value> {
    var value: Value
    var diagnostics: [Diagnostic] = []
  }

  init(tree: MarkdownTree, wordings: SectionWordings, owner: ID<Project>?) {
    self.tree = tree
    self.wordings = wordings
    self.owner = owner
    sections = tree.sections(level: 2).map { section in
      let heading = tree.plainText(of: section.heading)
      return Section(
        heading: heading, foldedHeading: HeadingWording.folded(heading), node: section)
    }
  }

  /// The section under a heading of one of the wordings; the first when there are several.
  func section(_ wordings: [String]) -> Section? {
    sections.first { wordings.contains($0.foldedHeading) }
  }

  /// The steps of the programme as a whole: list items under "Programme: what's next".
  func programmeSteps() -> Reading<[Step]> {
    let found = sections.filter { section in
      let words = section.heading.split(separator: ":", maxSplits: 1)
      let subject = words.first.map { HeadingWording.folded(String($0)) } ?? ""
      return words.count == 2 && subject == "programme"
        && wordings.next.contains(HeadingWording.folded(String(words[1])))
    }
    var reading = Reading<[Step]>(value: [])
    for section in found {
      let steps = steps(in: section, kind: .next)
      reading.value += steps.value
      reading.diagnostics += steps.diagnostics
    }
    return reading
  }

  /// The steps among a section's list items.
  func steps(in section: Section, kind: Step.Kind) -> Reading<[Step]> {
    var reading = Reading<[Step]>(value: [])
    for item in tree.items(in: section.node.blocks) {
      var attributes = StepAttributes(tree.attributes(of: item), location: tree.location(of: item))
      let text = tree.itemText(of: item)
      let own = attributes.id()
      let step = Step(
        id: own ?? madeID(of: text), hasOwnID: own != nil, kind: kind, span: tree.span(of: item),
        content: tree.renderInlines(of: item), plainText: text, due: attributes.due(),
        after: attributes.after(), owner: attributes.owner(), from: attributes.from())
      reading.value.append(step)
      reading.diagnostics += attributes.finish()
    }
    return reading
  }

  private func madeID(of text: String) -> ID<Step> {
    ID(making: [owner?.text, text].compactMap { $0 }.joined(separator: "-"))
  }
}
