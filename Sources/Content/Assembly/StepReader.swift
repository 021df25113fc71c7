internal import CommonMark
internal import Diagnostics

/// Reads the steps, needs and outcomes that stand as list items in a body.
struct StepReader {
  let tree: MarkdownTree
  let settings: SiteSettings
  /// The project whose update the body is; `nil` for an edition's own body.
  let owner: ID<Project>?

  /// A part of the body under one of the headings that the settings know.
  struct Section {
    let heading: String
    let headingSpan: Range<Int>
    let blocks: [MarkdownTree.NodeID]
  }

  /// A value with what is wrong in its source.
  struct Reading<Value> {
    var value: Value
    var diagnostics: [Diagnostic] = []
  }

  /// The section under a heading of one of the wordings; the first when there are several.
  func section(_ wordings: [String]) -> Section? {
    sections { wordings.contains(HeadingWording.folded($0)) }.first
  }

  /// The steps of the programme as a whole: list items under "Programme: what's next".
  func programmeSteps() -> Reading<[Step]> {
    let wordings = settings.sections.next.map(HeadingWording.folded)
    let found = sections { heading in
      let words = heading.split(separator: ":", maxSplits: 1)
      let subject = words.first.map { HeadingWording.folded(String($0)) } ?? ""
      return words.count == 2 && subject == "programme"
        && wordings.contains(HeadingWording.folded(String(words[1])))
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
    for item in tree.items(in: section.blocks) {
      var attributes = StepAttributes(tree.attributes(of: item), location: tree.location(of: item))
      let text = tree.itemText(of: item)
      let own = attributes.id()
      let made = ID<Step>(making: [owner?.text, text].compactMap { $0 }.joined(separator: "-"))
      let step = Step(
        id: own ?? made, hasOwnID: own != nil, kind: kind, span: tree.span(of: item),
        content: tree.renderInlines(of: item), plainText: text, due: attributes.due(),
        after: attributes.after(), owner: attributes.owner(), from: attributes.from())
      reading.value.append(step)
      reading.diagnostics += attributes.finish()
    }
    return reading
  }

  private func sections(_ isWanted: (String) -> Bool) -> [Section] {
    tree.sections(level: 2).compactMap { section in
      let heading = tree.plainText(of: section.heading)
      guard isWanted(heading) else { return nil }
      return Section(
        heading: heading, headingSpan: tree.span(of: section.heading), blocks: section.blocks)
    }
  }
}
