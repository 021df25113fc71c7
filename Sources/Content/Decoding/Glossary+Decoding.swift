extension Glossary.Group {
  /// Reads one group of `glossary.yaml`.
  init?(_ reader: inout RecordReader) {
    let name = reader.scalar("group", .line, required: true)?.value ?? ""
    let terms = reader.records("terms", kind: "a term") { Glossary.Term(&$0) }
    self.init(name: name, terms: terms)
  }
}

extension Glossary.Term {
  fileprivate init?(_ reader: inout RecordReader) {
    let abbreviation = reader.scalar("abbreviation", .line, required: true)
    reader.subject = abbreviation?.value
    let full = reader.scalar("full", .line, required: true)
    let note = reader.scalar("note", .line)?.value
    let plainMeaning = reader.scalar("plain-meaning", .line)?.value
    let organisation = reader.id("organisation", of: Organisation.self)
    let project = reader.id("project", of: Project.self)
    let isWellKnown = reader.scalar("well-known", .truth)?.value ?? false
    let since = reader.scalar("since", .month)?.value
    guard let abbreviation else { return nil }
    self.init(
      origin: reader.origin(at: abbreviation.span), abbreviation: abbreviation.value,
      full: full?.value ?? abbreviation.value, note: note, plainMeaning: plainMeaning,
      organisation: organisation, project: project, isWellKnown: isWellKnown, since: since)
  }
}
