internal import Diagnostics

/// Reads one row of a CSV register by column name, reporting at the field.
struct RowReader {
  let file: String
  var subject: String?
  private(set) var diagnostics: [Diagnostic] = []
  private let row: CSVTable.Row
  private let columns: [String: Int]

  private init(row: CSVTable.Row, columns: [String: Int], file: String) {
    self.row = row
    self.columns = columns
    self.file = file
  }

  var origin: Origin { Origin(file: file, span: row.span) }

  /// Reads every row of a file; its header must have exactly the named columns, in any order.
  static func read<Value>(
    _ source: SourceFile, columns known: [String], required: [String],
    _ read: (inout RowReader) -> Value?
  ) -> (values: [Value], diagnostics: [Diagnostic]) {
    let (table, faults) = CSVTable.read(source)
    var diagnostics = faults
    var columns: [String: Int] = [:]
    for (index, field) in table.header.enumerated() {
      let location = SourceLocation(file: source.name, span: field.span)
      if !known.contains(field.text) {
        let hint = NearestName.hint(field.text, among: known)
        diagnostics.append(ContentMessage.unknownColumn(field.text, hint: hint).at(location))
      } else if columns.updateValue(index, forKey: field.text) != nil {
        diagnostics.append(ContentMessage.duplicateKey(field.text).at(location))
      }
    }
    for name in required where columns[name] == nil && !table.header.isEmpty {
      let location = SourceLocation(file: source.name, span: 0..<0)
      diagnostics.append(ContentMessage.missingKey(name, in: "the header").at(location))
    }
    var values: [Value] = []
    for row in table.rows {
      var reader = RowReader(row: row, columns: columns, file: source.name)
      if let value = read(&reader) { values.append(value) }
      diagnostics += reader.diagnostics
    }
    return (values, diagnostics)
  }

  /// Reads a field that must be filled.
  mutating func value<Value>(_ column: String, _ form: ValueForm<Value>) -> Located<Value>? {
    guard let field = field(column) else { return nil }
    if field.text.isEmpty {
      report(.missingKey(column, in: "the row"), at: field.span)
      return nil
    }
    return read(field, column, form)
  }

  /// Reads a field that may be empty.
  mutating func optional<Value>(_ column: String, _ form: ValueForm<Value>) -> Located<Value>? {
    guard let field = field(column), !field.text.isEmpty else { return nil }
    return read(field, column, form)
  }

  /// Reads the id of an entity.
  mutating func id<Entity>(_ column: String, of type: Entity.Type) -> Located<ID<Entity>>? {
    guard let found = value(column, .text) else { return nil }
    guard let id = ID<Entity>(found.value) else {
      report(.invalidID(found.value), at: found.span)
      return nil
    }
    return Located(id, span: found.span)
  }

  /// Reads one of a closed set of words.
  mutating func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ column: String, of type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let found = value(column, .text) else { return nil }
    if let value = Value(rawValue: found.value) { return value }
    let allowed = type.allCases.map(\.rawValue)
    let hint = NearestName.hint(found.value, among: allowed)
    report(.unknownValue(column, found.value, allowed: allowed, hint: hint), at: found.span)
    return nil
  }

  private func field(_ column: String) -> CSVTable.Field? {
    columns[column].map { row.fields[$0] }
  }

  private mutating func read<Value>(
    _ field: CSVTable.Field, _ column: String, _ form: ValueForm<Value>
  ) -> Located<Value>? {
    guard let value = form.read(field.text) else {
      report(.badForm(column, field.text, form.expectation), at: field.span)
      return nil
    }
    return Located(value, span: field.span)
  }

  private mutating func report(_ message: ContentMessage, at span: Range<Int>) {
    let location = SourceLocation(file: file, span: span)
    diagnostics.append(message.at(location, subject: subject))
  }
}
