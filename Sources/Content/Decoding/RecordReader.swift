internal import Diagnostics

/// Reads one mapping by its schema: each key that is asked for is typed and reported at its place,
/// and what was never asked for is unknown.
///
/// The order of asking is the order in which a misspelt key's likely names are tried.
struct RecordReader {
  /// What the mapping describes, with its article, such as `a project`.
  let kind: String
  let file: String
  /// Where the record begins; missing keys are reported there.
  let span: Range<Int>
  /// What findings are about; the entity's id once it is known.
  var subject: String?
  private(set) var diagnostics: [Diagnostic] = []
  let entries: [YAMLValue.Entry]
  /// In the order of asking; a key that is asked for twice is there twice.
  private var asked: [String] = []
  /// The keys whose values are missing or cannot be read, which has been reported.
  private(set) var unreadKeys: Set<String> = []
  /// Keys that differ from another only in letter case, and are reported for that alone.
  private var twins: [String] = []

  init(_ value: YAMLValue, kind: String, file: String, subject: String? = nil) {
    self.kind = kind
    self.file = file
    self.span = value.span
    self.subject = subject
    // Most entities are asked for some twenty keys.
    asked.reserveCapacity(24)
    if case .mapping(let entries) = value.content {
      self.entries = entries
    } else {
      self.entries = []
      report(.wrongType(kind, expected: "named values", found: value.kindName), at: value.span)
    }
    reportKeysThatDifferByCase()
  }

  /// Where the entity stands, for findings that come later.
  var origin: Origin { Origin(file: file, span: span, entries: entries) }

  func location(_ span: Range<Int>) -> SourceLocation { SourceLocation(file: file, span: span) }

  mutating func report(_ message: ContentMessage, at span: Range<Int>) {
    diagnostics.append(message.at(location(span), subject: subject))
  }

  /// Notes that the value of a key, or a part of it, cannot be read.
  mutating func noteUnread(_ key: String) { unreadKeys.insert(key) }

  mutating func take(_ more: [Diagnostic]) { diagnostics += more }

  /// Reports every key that was never asked for, and returns all that was found.
  consuming func finish() -> [Diagnostic] {
    for entry in entries where !asked.contains(entry.key) && !twins.contains(entry.key) {
      report(
        .unknownKey(entry.key, in: kind, hint: NearestName.hint(entry.key, among: asked)),
        at: entry.keySpan)
    }
    return diagnostics
  }

  /// Whether the key is there, even with nothing after it.
  mutating func has(_ key: String) -> Bool { entry(key) != nil }

  /// Returns the entry of a key and counts it as known.
  mutating func entry(_ key: String) -> YAMLValue.Entry? {
    asked.append(key)
    // Lengths tell most keys apart, and cost less to compare than texts.
    let length = key.utf8.count
    let position = entries.indices.first {
      entries[$0].key.utf8.count == length && entries[$0].key == key
    }
    return position.map { entries[$0] }
  }

  /// Returns the value of a key that is there and not empty; reports a required one that is not.
  mutating func value(_ key: String, required: Bool = false) -> YAMLValue? {
    let entry = entry(key)
    if let value = entry?.value {
      if case .empty = value.content {} else { return value }
    }
    if required {
      report(.missingKey(key, in: kind), at: entry?.keySpan ?? span)
      noteUnread(key)
    }
    return nil
  }

  private mutating func reportKeysThatDifferByCase() {
    // A key in small letters has no twin without a capital.
    guard entries.contains(where: { $0.key.utf8.contains { $0 >= 0x80 || 0x41...0x5A ~= $0 } })
    else { return }
    var seen: [String: String] = [:]
    for entry in entries {
      if let other = seen.updateValue(entry.key, forKey: entry.key.lowercased()),
        other != entry.key
      {
        report(.duplicateKeyByCase(entry.key, other), at: entry.keySpan)
        twins.append(entry.key)
      }
    }
  }
}

// MARK: - Typed values

extension RecordReader {
  /// Reads a scalar of the given form.
  mutating func scalar<Value>(
    _ key: String, _ form: ValueForm<Value>, required: Bool = false
  ) -> Located<Value>? {
    value(key, required: required).flatMap { read($0, as: form, key: key) }
  }

  /// Reads a list of scalars of the given form; a single scalar counts as a list of one.
  mutating func list<Value>(_ key: String, _ form: ValueForm<Value>) -> [Located<Value>] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let elements) = value.content else {
      return read(value, as: form, key: key).map { [$0] } ?? []
    }
    return elements.compactMap { read($0, as: form, key: key) }
  }

  /// Reads one of a closed set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, of type: Value.Type, required: Bool = false
  ) -> Located<Value>? where Value.RawValue == String {
    guard let found = scalar(key, .text, required: required) else { return nil }
    if let value = Value(rawValue: found.value) { return Located(value, span: found.span) }
    let allowed = type.allCases.map(\.rawValue)
    noteUnread(key)
    report(
      .unknownValue(
        key, found.value, allowed: allowed, hint: NearestName.hint(found.value, among: allowed)),
      at: found.span)
    return nil
  }

  /// Reads the id of an entity.
  mutating func id<Entity>(
    _ key: String, of type: Entity.Type = Entity.self, required: Bool = false
  ) -> Located<ID<Entity>>? {
    scalar(key, .text, required: required).flatMap { id($0) }
  }

  /// Reads a list of ids of entities.
  mutating func ids<Entity>(_ key: String, of type: Entity.Type = Entity.self) -> [Located<
    ID<Entity>
  >] {
    list(key, .text).compactMap { id($0) }
  }

  /// Reads a list of records, each by a reader of its own.
  mutating func records<Value>(
    _ key: String, kind: String, _ read: (inout RecordReader) -> Value?
  ) -> [Value] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let elements) = value.content else {
      report(.wrongType(key, expected: "a list", found: value.kindName), at: value.span)
      noteUnread(key)
      return []
    }
    return elements.compactMap { record($0, of: key, kind: kind, read) }
  }

  /// Reads one nested record.
  mutating func record<Value>(
    _ key: String, kind: String, _ read: (inout RecordReader) -> Value?
  ) -> Value? {
    value(key).flatMap { record($0, of: key, kind: kind, read) }
  }

  /// Reads the value of a key, or a part of it, as a record of its own and takes over what it
  /// reports.
  mutating func record<Value>(
    _ value: YAMLValue, of key: String, kind: String, _ read: (inout RecordReader) -> Value?
  ) -> Value? {
    var reader = RecordReader(value, kind: kind, file: file, subject: subject)
    let result = read(&reader)
    if !reader.unreadKeys.isEmpty { noteUnread(key) }
    take(reader.finish())
    return result
  }

  /// Reads a value that must be the id of an entity.
  mutating func id<Entity>(
    _ value: YAMLValue, of type: Entity.Type, key: String
  ) -> Located<ID<Entity>>? {
    read(value, as: .text, key: key).flatMap { id($0) }
  }

  private mutating func id<Entity>(_ found: Located<String>) -> Located<ID<Entity>>? {
    guard let id = ID<Entity>(found.value) else {
      report(.invalidID(found.value), at: found.span)
      return nil
    }
    return Located(id, span: found.span)
  }

  private mutating func read<Value>(
    _ value: YAMLValue, as form: ValueForm<Value>, key: String
  ) -> Located<Value>? {
    guard case .scalar(let text) = value.content else {
      report(.wrongType(key, expected: form.expectation, found: value.kindName), at: value.span)
      noteUnread(key)
      return nil
    }
    guard let read = form.read(text) else {
      report(.badForm(key, text, form.expectation), at: value.span)
      noteUnread(key)
      return nil
    }
    return Located(read, span: value.span)
  }
}
