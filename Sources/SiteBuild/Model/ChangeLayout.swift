internal import Content
internal import Templates

extension ModelTypes {
  /// What changed between an edition and the one before.
  var changesLayout: RecordLayout<(changes: EditionChanges, edition: Edition)> {
    RecordLayout(
      changes,
      [
        .init("since", .record(edition), "The edition before.") {
          $1.reference($0.changes.earlier)
        },
        .init("projects", .list(.record(changeGroup)), "Projects with a change, in page order.") {
          source, layout in
          let groups = source.changes.projects.map { (changes: $0, edition: source.edition) }
          return layout.list(groups, layout.types.changeGroupLayout)
        },
        .init("programme", .list(.record(change)), "What became of the programme's steps.") {
          $1.list($0.changes.programme.map(ModelChange.step), $1.types.changeLayout)
        },
        .init("figures", .list(.record(change)), "New values beside earlier ones.") {
          $1.list($0.changes.figures.map(ModelChange.figure), $1.types.changeLayout)
        },
      ])
  }

  var changeGroupLayout: RecordLayout<(changes: EditionChanges.ProjectChanges, edition: Edition)> {
    RecordLayout(
      changeGroup,
      [
        .init("project", .record(project), "The project, as at the edition.") {
          $1.project($0.changes.project.id, in: $0.edition.id)
        },
        .init("changes", .list(.record(change)), "Its stage, its people, then its steps.") {
          source, layout in
          let changes =
            source.changes.changes.map(ModelChange.project)
            + source.changes.steps.map(ModelChange.step)
          return layout.list(changes, layout.types.changeLayout)
        },
      ])
  }

  /// One change with a sentence that says it.
  var changeLayout: RecordLayout<ModelChange> {
    RecordLayout(
      change,
      [
        .init(
          "kind", .string,
          "`added`, `unlisted`, `ended`, `moved`, `began`, `finished`, `joined`, `left`; `done`,"
            + " `carried`, `changed`, `dropped`; or `figure`."
        ) { $1.text($0.kind) },
        .init("text", .html, "The change in a sentence.") { $1.sentence(of: $0) },
      ])
  }

  /// A project that came into another stage, or ended.
  var stageMoveLayout: RecordLayout<(project: Project, change: ProjectChange, edition: Edition)> {
    RecordLayout(
      stageMove,
      [
        .init("project", .record(project), "The project, as at the edition.") {
          $1.project($0.project.id, in: $0.edition.id)
        },
        .init("text", .html, "The move in a sentence.") {
          $1.sentence(of: .project($0.change))
        },
      ])
  }
}

/// A change of any kind, as templates see them all alike.
enum ModelChange {
  case project(ProjectChange)
  case step(StepChange)
  case figure(FigureChange)

  var kind: String {
    switch self {
    case .project(let change): change.kind
    case .step(let change): change.kind
    case .figure: "figure"
    }
  }
}

extension ModelLayout {
  /// The sentence of a change; a step's own words keep their markup.
  mutating func sentence(of change: ModelChange) -> Value {
    var markup: [UInt8] = []
    switch change {
    case .project(let change):
      appendText(change.sentence { label(of: $0) }, to: &markup)
    case .figure(let change): appendText(change.sentence, to: &markup)
    case .step(let change):
      appendText(change.lead, to: &markup)
      markup += writer.markup(
        of: change.step.step.content, in: site.origin(of: change.step).file,
        directives: &directives)
      appendText(change.remark, to: &markup)
    }
    return builder.html(utf8: markup)
  }

  private func appendText(_ text: String, to markup: inout [UInt8]) {
    HTMLText.append(Marker.removed(from: text), to: &markup)
  }
}
