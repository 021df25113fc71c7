internal import Diagnostics

extension PublishedEdition {
  /// Reads `sprints/<id>/published.json`; JSON is YAML too, and its values are typed all the same.
  static func read(
    _ file: SourceFile, of id: ID<Edition>
  ) -> (edition: PublishedEdition?, diagnostics: [Diagnostic]) {
    let (root, faults) = YAMLComposer.compose(file)
    guard let root else { return (nil, faults) }
    var reader = RecordReader(root, kind: "a published edition", file: file.name, subject: id.text)
    let format = reader.scalar("format", .text, required: true)
    // What another version means by its keys is not for this one to judge.
    if let format, format.value != Self.format {
      reader.report(.unknownFormat(format.value, of: id.text), at: format.span)
      return (nil, faults + reader.diagnostics)
    }
    let edition = PublishedEdition(&reader, id: id)
    return (edition, faults + reader.finish())
  }

  private init(_ reader: inout RecordReader, id expected: ID<Edition>) {
    let id = reader.ownID(expected)
    for key in ["title", "address", "period", "published", "summary", "steps", "comparisons"]
      + ["corrections"]
    {
      _ = reader.entry(key)
    }
    let stages = reader.records("projects", kind: "a project shown") { project -> [ShownStage] in
      for key in ["title", "status", "ended"] { _ = project.entry(key) }
      guard let own = project.id("id", of: Project.self, required: true)?.value else { return [] }
      return project.records("stages", kind: "a stage shown") { ShownStage(&$0, of: own) }
    }
    let figures = reader.records("figures", kind: "a figure shown") { ShownFigure(&$0) }
    self.init(id: id, stages: stages.flatMap(\.self), figures: figures)
  }
}

extension PublishedEdition.ShownStage {
  fileprivate init?(_ reader: inout RecordReader, of project: ID<Project>) {
    _ = reader.entry("part")
    let stage = reader.id("stage", of: Stage.self, required: true)
    let from = reader.scalar("from", .month, required: true)
    let to = reader.scalar("to", .openMonth, required: true)
    guard let stage, let from, let to else { return nil }
    self.init(project: project, stage: stage.value, from: from.value, to: to.value)
  }
}

extension PublishedEdition.ShownFigure {
  fileprivate init?(_ reader: inout RecordReader) {
    for key in ["name", "unit"] { _ = reader.entry(key) }
    let metric = reader.id("metric", of: Metric.self, required: true)
    let period = reader.scalar("period", .period, required: true)
    let value = reader.scalar("value", .number, required: true)
    let qualifier = reader.choice("qualifier", of: Qualifier.self)
    let item = reader.scalar("item", .line)?.value
    guard let metric, let period, let value else { return nil }
    self.init(
      metric: metric.value, period: period.value, item: item, value: value.value,
      qualifier: qualifier?.value ?? .exact)
  }
}
