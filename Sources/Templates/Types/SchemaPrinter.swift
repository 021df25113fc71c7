/// Prints the model that templates see: its globals, its record types, and what the site adds.
public struct SchemaPrinter {
  let schema: Schema
  let globals: [GlobalVariable]
  let entries: [Entry]
  let host: [HostFunction]

  /// A template that is given names of its own.
  public struct Entry: Sendable {
    /// The template's name, as other templates use it.
    public let template: String
    /// The names that it has besides those in every template.
    public let globals: [GlobalVariable]

    /// Gives a template names besides those in every template.
    public init(_ template: String, _ globals: [GlobalVariable]) {
      self.template = template
      self.globals = globals
    }
  }

  /// `globals` are the names in every template, `entries` the templates with more of them.
  public init(
    schema: Schema, globals: [GlobalVariable], entries: [Entry] = [], host: [HostFunction] = []
  ) {
    self.schema = schema
    self.globals = globals
    self.entries = entries
    self.host = host
  }

  /// Returns the model as text for people, one field a line.
  public func text() -> String {
    var text = "Names in every template\n"
    text += rows(globals.map { ($0.name, schema.name(of: $0.type), $0.summary) })
    for entry in entries {
      text += "\nNames in \(entry.template)\n"
      text += rows(entry.globals.map { ($0.name, schema.name(of: $0.type), $0.summary) })
    }
    for record in schema.records {
      text += "\n\(record.name)\(record.summary.isEmpty ? "" : ": \(record.summary)")\n"
      text += rows(record.fields.map { ($0.name, schema.name(of: $0.type), $0.summary) })
    }
    if !host.isEmpty {
      text += "\nFunctions and filters of the site\n"
      text += rows(host.map { (signature(of: $0), schema.name(of: $0.result), $0.summary) })
    }
    return text
  }

  private func rows(_ rows: [(name: String, type: String, summary: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    let typeWidth = rows.map(\.type.count).max() ?? 0
    return rows.map { row in
      var line = "  \(padded(row.name, width))  "
      line += row.summary.isEmpty ? row.type : "\(padded(row.type, typeWidth))  \(row.summary)"
      return line + "\n"
    }.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// How a template calls a function or filter, with types.
  func signature(of function: HostFunction) -> String {
    let parameters = function.parameters.dropFirst(function.isFilter ? 1 : 0).map { parameter in
      "\(parameter.name): \(schema.name(of: parameter.type))\(parameter.isOptional ? "?" : "")"
    }
    let list = "(\(parameters.joined(separator: ", ")))"
    guard function.isFilter else { return function.name + list }
    let input = function.parameters.first.map { schema.name(of: $0.type) } ?? "any"
    return "\(input)|\(function.name)\(parameters.isEmpty ? "" : list)"
  }

  /// Returns the model as JSON for programs, on one line.
  public func json() -> String {
    let records = schema.records.map { record in
      object([
        ("name", quoted(record.name)), ("summary", quoted(record.summary)),
        (
          "fields",
          list(record.fields.map { field($0.name, schema.name(of: $0.type), $0.summary) })
        ),
      ])
    }
    let entries = entries.map { entry in
      object([("name", quoted(entry.template)), ("globals", fields(entry.globals))])
    }
    return object([
      ("globals", fields(globals)), ("templates", list(entries)),
      ("records", list(records)),
      (
        "functions",
        list(host.map { field(signature(of: $0), schema.name(of: $0.result), $0.summary) })
      ),
    ])
  }

  private func fields(_ globals: [GlobalVariable]) -> String {
    list(globals.map { field($0.name, schema.name(of: $0.type), $0.summary) })
  }

  private func field(_ name: String, _ type: String, _ summary: String) -> String {
    object([("name", quoted(name)), ("type", quoted(type)), ("summary", quoted(summary))])
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  private func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  private func quoted(_ text: String) -> String {
    var buffer = OutputBuffer()
    var text = text
    text.withUTF8 { JSONWriter.writeString($0, to: &buffer) }
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
