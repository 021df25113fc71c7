internal import Diagnostics

/// Reads a YAML file that is one list of records, such as `people.yaml`.
enum Register {
  /// Reads each record of `file` with `read`.
  static func read<Value>(
    _ file: SourceFile, kind: String, _ read: (inout RecordReader) -> Value?
  ) -> (values: [Value], diagnostics: [Diagnostic]) {
    let (root, faults) = YAMLComposer.compose(file)
    guard let root else { return ([], faults) }
    guard case .sequence(let elements) = root.content else {
      if case .mapping(let entries) = root.content, entries.isEmpty { return ([], faults) }
      let message = ContentMessage.wrongType(
        "the file", expected: "a list, each entry beginning with '- '", found: root.kindName)
      return (
        [], faults + [message.at(SourceLocation(file: file.name, span: root.span))]
      )
    }
    var diagnostics = faults
    var values: [Value] = []
    for element in elements {
      var reader = RecordReader(element, kind: kind, file: file.name)
      if let value = read(&reader) { values.append(value) }
      diagnostics += reader.finish()
    }
    return (values, diagnostics)
  }

  /// Reads a YAML file that is one record, such as `site.yaml`.
  static func readRecord<Value>(
    _ file: SourceFile, kind: String, _ read: (inout RecordReader) -> Value?
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    let (root, faults) = YAMLComposer.compose(file)
    guard let root else { return (nil, faults) }
    var reader = RecordReader(root, kind: kind, file: file.name)
    let value = read(&reader)
    return (value, faults + reader.finish())
  }
}
