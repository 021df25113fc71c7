package import Diagnostics
internal import Yams

/// Reads YAML into `YAMLValue`s with byte spans; the only importer of Yams.
package struct YAMLComposer {
  private let file: SourceFile
  private let range: Range<Int>
  private let firstLine: Int
  private var remainingValues = Self.maximumValues

  /// Registers of ten thousand entries fit; aliases that multiply do not.
  static let maximumValues = 400_000
  /// Deeper nesting than any register needs, shallower than any stack.
  private static let maximumDepth = 64

  private init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    self.firstLine = file.position(at: range.lowerBound).line
  }

  /// Reads the YAML in `range` of `file`; an empty document gives an empty mapping.
  ///
  /// What is not YAML at all gives `nil` and a diagnostic at the line and column of the fault.
  package static func compose(
    _ file: SourceFile, range: Range<Int>? = nil
  ) -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    let range = range ?? 0..<file.bytes.count
    if let plain = PlainYAML.read(file, range: range) { return (plain, []) }
    return composeInFull(file, range: range)
  }

  /// Reads any YAML, without the short cut for the plain form.
  package static func composeInFull(
    _ file: SourceFile, range: Range<Int>
  ) -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    var composer = YAMLComposer(file: file, range: range)
    return composer.compose()
  }

  private mutating func compose() -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    if let offset = YAMLNesting.offsetBeyond(Self.maximumDepth, in: file.bytes[range]) {
      return (
        nil, [ContentMessage.yamlTooDeep(Self.maximumDepth).at(location(offset..<offset + 1))]
      )
    }
    guard let text = String(validating: file.bytes[range], as: UTF8.self) else {
      return (nil, [ContentMessage.notUTF8.at(location(range.lowerBound..<range.lowerBound))])
    }
    do {
      // The default encoding is looked up in the environment, once for each document.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return (YAMLValue(content: .mapping([]), span: range.lowerBound..<range.lowerBound), [])
      }
      guard let value = value(of: node, depth: 0) else {
        return (
          nil, [ContentMessage.yamlTooLarge.at(location(range.lowerBound..<range.lowerBound))]
        )
      }
      return (value, [])
    } catch let error as YamlError {
      return (nil, diagnostics(for: error))
    } catch {
      let place = location(range.lowerBound..<range.lowerBound)
      return (nil, [ContentMessage.invalidYAML("\(error)").at(place)])
    }
  }

  private func location(_ span: Range<Int>) -> SourceLocation {
    SourceLocation(file: file.name, span: span)
  }
}

// MARK: - Values

extension YAMLComposer {
  /// Converts a node, or returns `nil` when the document is larger or deeper than allowed.
  private mutating func value(of node: Node, depth: Int) -> YAMLValue? {
    guard remainingValues > 0, depth <= Self.maximumDepth else { return nil }
    remainingValues -= 1
    switch node {
    case .scalar(let scalar): return value(of: scalar)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for element in sequence {
        guard let value = value(of: element, depth: depth + 1) else { return nil }
        values.append(value)
      }
      return YAMLValue(content: .sequence(values), span: emptySpan(at: sequence.mark))
    case .mapping(let mapping):
      var entries: [YAMLValue.Entry] = []
      for (key, element) in mapping {
        guard let value = value(of: element, depth: depth + 1) else { return nil }
        entries.append(
          YAMLValue.Entry(
            key: key.scalar?.string ?? "",
            keySpan: key.scalar.map(span(of:)) ?? emptySpan(at: key.mark), value: value))
      }
      return YAMLValue(content: .mapping(entries), span: emptySpan(at: mapping.mark))
    case .alias(let alias):
      return YAMLValue(content: .empty, span: emptySpan(at: alias.mark))
    }
  }

  private func value(of scalar: Node.Scalar) -> YAMLValue {
    let span = span(of: scalar)
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
      return YAMLValue(content: .empty, span: span)
    }
    return YAMLValue(content: .scalar(scalar.string), span: span)
  }

  /// The bytes of a scalar: exactly its text, or to the end of its line when quoted or folded.
  private func span(of scalar: Node.Scalar) -> Range<Int> {
    let start = offset(of: scalar.mark)
    let length = scalar.string.utf8.count
    if start + length <= range.upperBound, length > 0,
      file.bytes[start..<start + length].elementsEqual(scalar.string.utf8)
    {
      return start..<start + length
    }
    let lineEnd = min(file.lineRange(at: start).upperBound, range.upperBound)
    guard start < lineEnd else { return start..<start }
    let quote = file.bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start..<lineEnd }
    let closing = file.bytes[start + 1..<lineEnd].firstIndex(of: quote)
    return start..<(closing.map { $0 + 1 } ?? lineEnd)
  }

  private func emptySpan(at mark: Mark?) -> Range<Int> {
    let start = offset(of: mark)
    return start..<start
  }

  private func offset(of mark: Mark?) -> Int {
    guard let mark else { return range.lowerBound }
    let offset = file.offset(line: firstLine + mark.line - 1, column: mark.column)
    return min(max(offset, range.lowerBound), range.upperBound)
  }
}

// MARK: - Faults

extension YAMLComposer {
  private func diagnostics(for error: YamlError) -> [Diagnostic] {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let offset = offset(of: mark)
      let hint = YAMLHint.text(for: problem, at: offset, in: file.bytes)
      return [ContentMessage.invalidYAML(problem, hint: hint).at(location(offset..<offset))]
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicates.sorted().map { key in
        ContentMessage.duplicateKey(key).at(location(secondKey(key, inMappingAt: context.mark)))
      }
    case .reader(let problem, let offset, _, _):
      let place = min(range.lowerBound + max(0, offset ?? 0), range.upperBound)
      return [ContentMessage.invalidYAML(problem).at(location(place..<place))]
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      let place = location(range.lowerBound..<range.lowerBound)
      return [ContentMessage.invalidYAML("\(error)").at(place)]
    }
  }

  /// The second line of a block mapping that begins with `key`.
  ///
  /// Yams tells only where the mapping begins; its keys stand in the column of the first one.
  private func secondKey(_ key: String, inMappingAt mark: Mark) -> Range<Int> {
    var occurrences = 0
    var start = offset(of: mark)
    let length = key.utf8.count
    while start < range.upperBound {
      let line = file.lineRange(at: start)
      let column = line.lowerBound + mark.column - 1
      if column + length < line.upperBound,
        file.bytes[column..<column + length].elementsEqual(key.utf8),
        file.bytes[column + length] == UInt8(ascii: ":")
          || file.bytes[column + length] == UInt8(ascii: " ")
      {
        occurrences += 1
        if occurrences == 2 { return column..<column + length }
      }
      start = line.upperBound + 1
    }
    return emptySpan(at: mark)
  }
}
