internal import Content
internal import Templates

/// The record of an entity that a page or a directive can name, posts left out.
struct NamedRecord {
  let kind: Kind
  let id: String
  let record: Value

  enum Kind: String {
    case person
    case organisation
    case project
    case edition
    case event
    case story
  }

  fileprivate init(_ kind: Kind, _ id: String, _ record: Value) {
    self.kind = kind
    self.id = id
    self.record = record
  }

  /// Takes what was read from a file; `nil` if the record is not of the kind it is said to be.
  init?(kind: String, id: String, record: Value, _ types: ModelTypes) {
    guard let kind = Kind(rawValue: kind), record.isRecord(kind.type(types)) else { return nil }
    self.init(kind, id, record)
  }
}

extension NamedRecord.Kind {
  fileprivate func type(_ types: ModelTypes) -> RecordTypeID {
    switch self {
    case .person: types.person
    case .organisation: types.organisation
    case .project: types.project
    case .edition: types.edition
    case .event: types.event
    case .story: types.story
    }
  }
}

extension ModelReferences {
  /// All records of the kinds that are named, in no order.
  var named: [NamedRecord] {
    people.map { NamedRecord(.person, $0.text, $1.value) }
      + organisations.map { NamedRecord(.organisation, $0.text, $1.value) }
      + projects.map { NamedRecord(.project, $0.text, $1.value) }
      + editions.map { NamedRecord(.edition, $0.text, $1.value) }
      + events.map { NamedRecord(.event, $0.text, $1.value) }
      + stories.map { NamedRecord(.story, $0.text, $1.value) }
  }

  /// Adds a record under its name; what is no name is left out.
  mutating func add(_ named: NamedRecord) {
    let reference = Reference(filled: named.record)
    switch named.kind {
    case .person: if let id = ID<Person>(named.id) { people[id] = reference }
    case .organisation: if let id = ID<Organisation>(named.id) { organisations[id] = reference }
    case .project: if let id = ID<Project>(named.id) { projects[id] = reference }
    case .edition: if let id = ID<Edition>(named.id) { editions[id] = reference }
    case .event: if let id = ID<Event>(named.id) { events[id] = reference }
    case .story: if let id = ID<ImpactStory>(named.id) { stories[id] = reference }
    }
  }
}
