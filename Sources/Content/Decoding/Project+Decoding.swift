internal import CommonMark

extension Project {
  /// Reads a project's file.
  convenience init?(
    _ reader: inout RecordReader, id expected: ID<Project>, about: MarkdownDocument
  ) {
    let id = reader.ownID(expected)
    let title = reader.scalar("title", .line, required: true)?.value ?? ""
    let printedTitle = reader.scalar("printed-title", .line)?.value
    let abbreviations = reader.list("abbreviations", .line)
    let status = reader.choice("status", of: Status.self, required: true)?.value ?? .active
    let question = reader.scalar("question", .line)
    let aim = reader.scalar("aim", .line)
    let sponsors = reader.involvements("sponsors", kind: "a sponsor")
    let analysts = reader.involvements("analysts", kind: "an analyst")
    let partners = reader.ids("partners", of: Organisation.self)
    let lifecycle = reader.records("lifecycle", kind: "a stage of the lifecycle") {
      StageInterval(&$0)
    }
    let ended = reader.scalar("ended", .month, required: status.isEnded)
    let closedBecause = reader.scalar("closed-because", .line)?.value
    let related = reader.ids("related", of: Project.self)
    let publications = reader.records("publications", kind: "a publication") {
      publication -> Publication? in
      let title = publication.scalar("title", .line, required: true)
      let link = publication.scalar("link", .link, required: true)
      guard let title, let link else { return nil }
      return Publication(title: title.value, link: link)
    }
    let redirects = reader.list("redirect-from", .address)
    var header = EntityHeader(&reader)
    header = header.adding(aliases: redirects)
    self.init(
      header: header, id: id, title: title, printedTitle: printedTitle,
      abbreviations: abbreviations, status: status, question: question, aim: aim,
      sponsors: sponsors, analysts: analysts, partners: partners, lifecycle: lifecycle,
      ended: ended, closedBecause: closedBecause, related: related, publications: publications,
      about: about)
  }
}

extension StageInterval {
  fileprivate init?(_ reader: inout RecordReader) {
    let stage = reader.id("stage", of: Stage.self, required: true)
    let part = reader.id("part", of: Stage.Part.self)
    let from = reader.scalar("from", .month, required: true)
    let to = reader.scalar("to", .openMonth, required: true)
    let note = reader.scalar("note", .line)?.value
    guard let stage, let from, let to else { return nil }
    self.init(span: stage.span, stage: stage, part: part, from: from, to: to, note: note)
  }
}

extension RecordReader {
  /// Reads people with their part in something: an id each, or `person` with `from` and `to`.
  fileprivate mutating func involvements(_ key: String, kind: String) -> [Project.Involvement] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let elements) = value.content else {
      report(.wrongType(key, expected: "a list of people", found: value.kindName), at: value.span)
      noteUnread(key)
      return []
    }
    return elements.compactMap { element in
      guard case .mapping = element.content else {
        return id(element, of: Person.self, key: key).map {
          Project.Involvement(person: $0, from: nil, to: nil)
        }
      }
      return record(element, of: key, kind: kind) { reader in
        let person = reader.id("person", of: Person.self, required: true)
        let from = reader.scalar("from", .month)?.value
        let to = reader.scalar("to", .openMonth)?.value
        return person.map { Project.Involvement(person: $0, from: from, to: to) }
      }
    }
  }
}
