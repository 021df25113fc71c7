internal import CommonMark
internal import Diagnostics

extension ProjectUpdate {
  /// Reads an update: front matter, the three sections and the outcomes of earlier steps.
  static func read(
    _ reader: inout RecordReader, of expected: ID<Project>, in sprint: ID<Edition>,
    steps: StepReader, document: MarkdownDocument
  ) -> (update: ProjectUpdate, diagnostics: [Diagnostic]) {
    reader.subject = expected.text
    let project = reader.id("project", of: Project.self)
    let edition = reader.id("sprint", of: Edition.self)
    reader.report(project, unless: expected)
    reader.report(edition, unless: sprint)
    let author = reader.id("author", of: Person.self)
    let received = reader.scalar("received", .day)?.value
    let isNothing = reader.scalar("nothing-to-report", .truth)?.value ?? false
    let reason = reader.scalar("reason", .line, required: isNothing)?.value
    let header = EntityHeader(&reader)

    var diagnostics: [Diagnostic] = []
    func section(_ wordings: [String], kind: Step.Kind?) -> Section? {
      guard let found = steps.section(wordings) else { return nil }
      let read = kind.map { steps.steps(in: found, kind: $0) }
      diagnostics += read?.diagnostics ?? []
      return Section(
        heading: found.heading, headingSpan: steps.tree.span(of: found.node.heading),
        content: steps.tree.render(found.node.blocks), isEmpty: found.node.blocks.isEmpty,
        steps: read?.value ?? [])
    }
    let done = section(steps.wordings.done, kind: nil)
    let next = section(steps.wordings.next, kind: .next)
    let needs = section(steps.wordings.needs, kind: .need)
    let outcomes = steps.outcomes()
    let people = steps.peopleOfDoneItems()
    diagnostics += outcomes.diagnostics + people.diagnostics
    let update = ProjectUpdate(
      header: header, project: Located(expected, span: project?.span ?? reader.span),
      sprint: Located(sprint, span: edition?.span ?? reader.span), author: author,
      received: received, nothingToReport: isNothing ? reason ?? "" : nil, done: done, next: next,
      needs: needs, outcomes: outcomes.value, people: people.value, document: document)
    return (update, diagnostics)
  }
}

extension RecordReader {
  /// Reports an id that names another entity than the file's path does; the path wins.
  fileprivate mutating func report<Entity>(
    _ found: Located<ID<Entity>>?, unless expected: ID<Entity>
  ) {
    guard let found, found.value != expected else { return }
    report(.idDisagrees(found.value.text, expected.text), at: found.span)
  }
}

extension StepReader {
  /// The text without what became of earlier steps: readers are told in words what has changed.
  var treeWithoutOutcomes: MarkdownTree {
    section(wordings.outcomes).map { tree.removing($0.node) } ?? tree
  }

  /// What became of earlier steps: the list items under "Since last time".
  func outcomes() -> Reading<[Outcome]> {
    var reading = Reading<[Outcome]>(value: [])
    guard let section = section(wordings.outcomes) else { return reading }
    for item in tree.items(in: section.node.blocks) {
      let location = tree.location(of: item)
      var attributes = StepAttributes(tree.attributes(of: item), location: location)
      let due = attributes.due()?.value
      let text = tree.itemText(of: item).utf8.drop { $0 == UInt8(ascii: " ") }
      let name = text.prefix { $0 != UInt8(ascii: " ") }
      if let result = tree.taskMarker(of: item).flatMap(Outcome.Result.init),
        name.first == UInt8(ascii: "#"), let id = ID<Step>(String(Substring(name.dropFirst())))
      {
        let remark = String(Substring(text[name.endIndex...].dropFirst()))
        reading.value.append(
          Outcome(step: Located(id, span: location.span), result: result, remark: remark, due: due))
      } else {
        reading.diagnostics.append(ContentMessage.unreadableOutcome.at(location))
      }
      reading.diagnostics += attributes.finish()
    }
    return reading
  }

  /// The people named on items of the done section: `{people=jen-housego}`.
  fileprivate func peopleOfDoneItems() -> Reading<[Located<ID<Person>>]> {
    var reading = Reading<[Located<ID<Person>>]>(value: [])
    guard let section = section(wordings.done) else { return reading }
    for item in tree.items(in: section.node.blocks) {
      var attributes = StepAttributes(tree.attributes(of: item), location: tree.location(of: item))
      reading.value += attributes.people()
      reading.diagnostics += attributes.finish()
    }
    return reading
  }
}

extension Outcome.Result {
  /// Reads the character in the brackets of `- [x] #step`.
  fileprivate init?(_ marker: Character) {
    switch marker {
    case "x", "X": self = .done
    case ">": self = .carried
    case "~": self = .changed
    case "-": self = .dropped
    default: return nil
    }
  }
}
