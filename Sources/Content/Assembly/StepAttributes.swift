internal import CommonMark
internal import Diagnostics

/// Reads what stands in braces at the end of a list item: `{#id due=2021-10 after=other-step}`.
struct StepAttributes {
  private let attributes: Attributes?
  private let location: SourceLocation
  private var asked: [String] = []
  private var diagnostics: [Diagnostic] = []

  init(_ attributes: Attributes?, location: SourceLocation) {
    self.attributes = attributes
    self.location = location
  }

  mutating func id() -> ID<Step>? {
    guard let value = attributes?.id else { return nil }
    guard let id = ID<Step>(value.text) else {
      report(.invalidID(value.text), at: value.span)
      return nil
    }
    return id
  }

  mutating func due() -> Located<DueDate>? { read("due", .due) }

  mutating func after() -> Located<ID<Step>>? { read("after", Self.idForm()) }

  mutating func owner() -> Located<ID<Person>>? { read("owner", Self.idForm()) }

  mutating func from() -> Located<String>? { read("from", .text) }

  /// Ids parted by commas.
  mutating func people() -> [Located<ID<Person>>] {
    guard let found = read("people", .text) else { return [] }
    return found.value.split(separator: ",").compactMap { name in
      guard let id = ID<Person>(String(name)) else {
        report(.invalidID(String(name)), at: found.span)
        return nil
      }
      return Located(id, span: found.span)
    }
  }

  /// Reports every key that was never asked for, and returns all that was found.
  consuming func finish() -> [Diagnostic] {
    for pair in attributes?.pairs ?? [] where !asked.contains(pair.key.text) {
      let hint = NearestName.hint(pair.key.text, among: asked)
      report(.unknownKey(pair.key.text, in: "an item", hint: hint), at: pair.key.span)
    }
    return diagnostics
  }

  private mutating func read<Value>(_ key: String, _ form: ValueForm<Value>) -> Located<Value>? {
    asked.append(key)
    guard let pair = attributes?.pairs.first(where: { $0.key.text == key }) else { return nil }
    guard let value = pair.value else {
      report(.badForm(key, "", form.expectation), at: pair.key.span)
      return nil
    }
    guard let read = form.read(value.text) else {
      report(.badForm(key, value.text, form.expectation), at: value.span)
      return nil
    }
    return Located(read, span: value.span)
  }

  private static func idForm<Entity>() -> ValueForm<ID<Entity>> {
    ValueForm(expectation: "an id of lower-case letters, digits and hyphens") { ID<Entity>($0) }
  }

  private mutating func report(_ message: ContentMessage, at span: Range<Int>) {
    diagnostics.append(message.at(SourceLocation(file: location.file, span: span)))
  }
}
