internal import CommonMark

extension ImpactStory {
  /// Reads an impact story's file; without a sprint there is nowhere to show it.
  convenience init?(
    _ reader: inout RecordReader, id expected: ID<ImpactStory>, body: MarkdownDocument
  ) {
    let id = reader.ownID(expected)
    let title = reader.scalar("title", .line, required: true)?.value ?? ""
    let sprint = reader.id("sprint", of: Edition.self, required: true)
    let level = reader.choice("level", of: Level.self, required: true)?.value ?? .outcome
    let beneficiary = reader.id("beneficiary", of: Organisation.self)
    let evidence = reader.ids("evidence", of: Project.self)
    if evidence.isEmpty, !reader.has("evidence") {
      reader.report(.missingKey("evidence", in: reader.kind), at: reader.span)
    }
    let places = reader.list("places", .line).map(\.value)
    let stage = reader.scalar("stage", .line)?.value
    let expected = reader.scalar("expected", .month)
    let followUps = reader.records("follow-up", kind: "a follow-up") { entry -> FollowUp? in
      let sprint = entry.id("sprint", of: Edition.self, required: true)
      let text = entry.scalar("text", .line, required: true)
      guard let sprint, let text else { return nil }
      return FollowUp(sprint: sprint, text: text.value)
    }
    let header = EntityHeader(&reader)
    guard let sprint else { return nil }
    self.init(
      header: header, id: id, title: title, sprint: sprint, level: level,
      beneficiary: beneficiary, evidence: evidence, places: places, stage: stage,
      expected: expected, followUps: followUps, body: body)
  }
}
