internal import CommonMark
internal import Diagnostics
internal import GregorianCalendar

extension Edition {
  /// Reads an edition: front matter, the programme's own steps and what became of earlier ones.
  static func read(
    _ reader: inout RecordReader, id expected: ID<Edition>, steps: StepReader,
    body: MarkdownDocument
  ) -> (edition: Edition, diagnostics: [Diagnostic]) {
    let written = steps.programmeSteps()
    let outcomes = steps.outcomes()
    let edition = Edition(
      &reader, id: expected, body: body, steps: written.value, outcomes: outcomes.value)
    return (edition, written.diagnostics + outcomes.diagnostics)
  }

  private convenience init(
    _ reader: inout RecordReader, id expected: ID<Edition>, body: MarkdownDocument,
    steps: [Step], outcomes: [Outcome]
  ) {
    let id = reader.ownID(expected)
    let title = reader.scalar("title", .line, required: true)?.value ?? ""
    let period = reader.scalar("period", .period, required: true)
    let published = reader.scalar("published", .day)
    let statedPeriod = reader.scalar("stated-period", .line)?.value
    let reportsQuarter = reader.scalar("reports-quarter", .period)
    let number = reader.scalar("number", .count)?.value
    let summary = reader.scalar("summary", .line, required: true)?.value ?? ""
    let projects = reader.ids("projects", of: Project.self)
    let pastWork = reader.ids("past-work", of: Project.self)
    let authors = reader.ids("authors", of: Person.self)
    let state = reader.choice("state", of: State.self)?.value ?? .published
    let corrections = reader.records("corrections", kind: "a correction") { entry -> Correction? in
      let day = entry.scalar("date", .day, required: true)
      let text = entry.scalar("text", .line, required: true)
      guard let day, let text else { return nil }
      return Correction(day: day.value, text: text.value)
    }
    let header = EntityHeader(&reader)
    // A missing period has been reported; the id stands in so that the other checks can go on.
    let assumed = Month(id.text.prefix(7)) ?? Month(index: 0)
    self.init(
      header: header, id: id, title: title,
      period: period ?? Located(Period(month: assumed), span: reader.span),
      published: published, statedPeriod: statedPeriod, reportsQuarter: reportsQuarter,
      number: number, summary: summary, projects: projects, pastWork: pastWork, authors: authors,
      state: state, corrections: corrections, body: body, steps: steps, outcomes: outcomes)
  }
}
