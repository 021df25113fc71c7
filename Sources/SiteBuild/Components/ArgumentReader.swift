internal import Content
internal import Diagnostics
internal import GregorianCalendar
internal import Templates

/// Reads what an author wrote for a component's parameter as the type that it declares.
struct ArgumentReader: Sendable {
  let site: Site
  let types: ModelTypes

  /// Why a text is not of the type: what it must be, and the likely value.
  struct Refusal: Error {
    let expected: String
    let hint: String

    init(_ expected: String, hint: String = "") {
      self.expected = expected
      self.hint = hint
    }
  }

  /// Reads a text as a value of `type`.
  func read(_ text: String, as type: ValueType) -> Result<ComponentArgument, Refusal> {
    switch type {
    case .any, .string: return .success(.string(text))
    case .html: return .success(.html(text))
    case .int: return read(Int(text).map { .int($0) }, or: "a whole number")
    case .float: return read(Number(text).map { .float($0.doubleValue) }, or: "a number")
    case .bool: return read(Self.truth(text).map { .bool($0) }, or: "true or false")
    case .date: return read(CalendarDay(text).map { .day($0) }, or: "a day such as 2021-09-01")
    case .month: return read(Month(text).map { .month($0) }, or: "a month such as 2021-09")
    case .period:
      return read(
        Period(text).map { .period($0) }, or: "a period such as 2021-09 or 2021-07/2021-09")
    case .optional(let inner): return read(text, as: inner)
    case .list(let element): return list(text, of: element)
    case .record(let record): return entity(text, of: record)
    case .undefined, .none, .trusted, .json, .tuple, .map, .compileTime:
      return .failure(Refusal("something that only a template can give"))
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  private func read(
    _ argument: ComponentArgument?, or expected: String
  ) -> Result<ComponentArgument, Refusal> {
    argument.map { .success($0) } ?? .failure(Refusal(expected))
  }

  /// Values parted by commas.
  private func list(_ text: String, of type: ValueType) -> Result<ComponentArgument, Refusal> {
    var elements: [ComponentArgument] = []
    for part in text.split(separator: ",") {
      let word = part.drop { $0 == " " }
      switch read(String(word), as: type) {
      case .success(let element): elements.append(element)
      case .failure(let refusal): return .failure(refusal)
      }
    }
    return .success(.list(elements))
  }

  private func entity(
    _ text: String, of record: RecordTypeID
  ) -> Result<ComponentArgument, Refusal> {
    switch record {
    case types.edition: return entity(text, "sprint", site.editions) { .edition($0) }
    case types.project: return entity(text, "project", site.projects) { .project($0) }
    case types.event: return entity(text, "event", site.events) { .event($0) }
    case types.story: return entity(text, "impact story", site.impactStories) { .story($0) }
    case types.post: return entity(text, "post", site.posts) { .post($0) }
    case types.person: return entity(text, "person", site.people) { .person($0) }
    case types.organisation:
      return entity(text, "organisation", site.organisations) { .organisation($0) }
    default: return .failure(Refusal("something that only a template can give"))
    }
  }

  private func entity<Entity>(
    _ text: String, _ kind: String, _ table: EntityTable<Entity>,
    _ make: (ID<Entity>) -> ComponentArgument
  ) -> Result<ComponentArgument, Refusal> {
    if let id = ID<Entity>(text), table[id] != nil { return .success(make(id)) }
    let hint = NearestName.hint(text, among: table.map(\.id.text))
    return .failure(Refusal("the id of a \(kind)", hint: hint))
  }
}
