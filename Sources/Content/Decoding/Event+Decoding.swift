internal import CommonMark

extension Event {
  /// Reads an event's file; without a date there is no event.
  convenience init?(
    _ reader: inout RecordReader, id expected: ID<Event>, body: MarkdownDocument
  ) {
    let id = reader.ownID(expected)
    let title = reader.scalar("title", .line, required: true)?.value ?? ""
    let kind = reader.choice("kind", of: Kind.self, required: true)?.value ?? .other
    let series = reader.scalar("series", .line)?.value
    let numberInYear = reader.scalar("number-in-year", .count)
    let date = reader.scalar("date", .day, required: true)?.value
    let end = reader.scalar("end", .day)
    let start = reader.scalar("start", .clockTime)?.value
    let organiser = reader.id("organiser", of: Organisation.self, required: true)
    let host = reader.id("host", of: Organisation.self)
    let place = reader.scalar("place", .line)?.value
    let link = reader.scalar("link", .link)
    let theme = reader.scalar("theme", .line)?.value
    let topics = reader.list("topics", .line).map(\.value)
    let speakers = reader.records("speakers", kind: "a speaker") { Speaker(&$0) }
    let sessions = reader.records("sessions", kind: "a session") { Session(&$0) }
    let attendance = reader.scalar("attendance", .count)
    let audience = reader.scalar("audience", .line)?.value
    let projects = reader.ids("projects", of: Project.self)
    let isCancelled = reader.scalar("cancelled", .truth)?.value ?? false
    let header = EntityHeader(&reader)
    if let date, let end, end.value < date {
      reader.report(.endsBeforeItBegins("the event"), at: end.span)
    }
    guard let date, let organiser else { return nil }
    self.init(
      header: header, id: id, title: title, kind: kind, series: series,
      numberInYear: numberInYear, date: date, end: end.flatMap { $0.value < date ? nil : $0.value },
      start: start, organiser: organiser, host: host, place: place, link: link, theme: theme,
      topics: topics, speakers: speakers, sessions: sessions, attendance: attendance,
      audience: audience, projects: projects, isCancelled: isCancelled, body: body)
  }
}

extension Event.Speaker {
  fileprivate init?(_ reader: inout RecordReader) {
    let person = reader.id("person", of: Person.self, required: true)
    let role = reader.scalar("role", .line)?.value
    let subject = reader.scalar("subject", .line)?.value
    guard let person else { return nil }
    self.init(person: person, role: role, subject: subject)
  }
}

extension Event.Session {
  fileprivate init?(_ reader: inout RecordReader) {
    let ledBy = reader.id("led-by", of: Organisation.self)
    let subject = reader.scalar("subject", .line, required: true)
    guard let subject else { return nil }
    self.init(ledBy: ledBy, subject: subject.value)
  }
}

extension ValueForm where Value == String {
  /// A time of day, such as `14:00`.
  fileprivate static var clockTime: ValueForm {
    ValueForm(expectation: "a time such as 14:00") { text in
      PublishTime("2000-01-01T\(text)") != nil && text.utf8.count == 5 ? text : nil
    }
  }
}
