extension SchemaPrinter {
  /// Returns the model as a Markdown document: a table for each record.
  public func markdown() -> String {
    var text = table(globals.map { row($0.name, $0.type, $0.summary) }, title: "In every template")
    if !entries.isEmpty {
      let rows = entries.flatMap { entry in
        entry.globals.map { global in
          let type = schema.name(of: global.type)
          return "| `\(entry.template)` | `\(global.name)` | \(code(type)) | \(global.summary) |\n"
        }
      }
      text += "\n## In the template of a kind of page\n\n"
      text += "| Template | Name | Type | Is |\n| --- | --- | --- | --- |\n" + rows.joined()
    }
    for record in schema.records {
      let rows = record.fields.map { row($0.name, $0.type, $0.summary) }
      text += "\n" + table(rows, title: record.name, summary: record.summary)
    }
    if !host.isEmpty {
      let rows = host.map { row(signature(of: $0), $0.result, $0.summary) }
      text += "\n" + table(rows, title: "Filters of the site")
    }
    return text
  }

  private func table(_ rows: [String], title: String, summary: String = "") -> String {
    "## \(title)\n\n" + (summary.isEmpty ? "" : "\(summary)\n\n")
      + "| Name | Type | Is |\n| --- | --- | --- |\n" + rows.joined()
  }

  private func row(_ name: String, _ type: ValueType, _ summary: String) -> String {
    "| \(code(name)) | \(code(schema.name(of: type))) | \(summary) |\n"
  }

  /// A bar ends the cell of a table even inside code.
  private func code(_ text: String) -> String {
    var result = "`"
    for character in text.unicodeScalars {
      if character == "|" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "`"
  }
}
