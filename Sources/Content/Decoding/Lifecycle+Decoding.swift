extension Lifecycle {
  /// Reads `lifecycle.yaml`.
  init(_ reader: inout RecordReader) {
    let stages = reader.records("stages", kind: "a stage") { Stage(&$0) }
    if reader.value("stages") == nil {
      reader.report(.missingKey("stages", in: reader.kind), at: reader.span)
    }
    _ = reader.choice("precision", of: Precision.self)
    let shared = reader.choice("shared-boundary-month", of: Policy.self)?.value ?? .allow
    let gap = reader.choice("gap", of: Policy.self)?.value ?? .warn
    let endings = reader.records("endings", kind: "an ending") { entry -> Ending? in
      let id = entry.scalar("id", .line, required: true)
      let name = entry.scalar("name", .line, required: true)
      guard let id, let name else { return nil }
      return Ending(id: id.value, name: name.value)
    }
    self.init(stages: stages, endings: endings, sharedBoundaryMonth: shared, gap: gap)
  }

  /// Stages are dated to the month; other precisions may come.
  private enum Precision: String, CaseIterable, Sendable {
    case month
  }
}

extension Stage {
  fileprivate init?(_ reader: inout RecordReader) {
    let id = reader.id("id", of: Stage.self, required: true)
    let number = reader.scalar("number", .count, required: true)?.value ?? 0
    let name = reader.scalar("name", .line, required: true)?.value ?? ""
    let parts = reader.records("parts", kind: "a part of a stage") { part -> Part? in
      let id = part.id("id", of: Part.self, required: true)
      let code = part.scalar("code", .line)?.value
      let name = part.scalar("name", .line, required: true)?.value ?? ""
      return id.map { Part(id: $0.value, code: code, name: name) }
    }
    guard let id else { return nil }
    self.init(id: id.value, number: number, name: name, parts: parts)
  }
}
