package import Diagnostics

/// Reads the plain YAML that most files have, many times faster than a YAML parser.
///
/// Mappings and lists in block form, whose keys are of small letters, digits and dashes and whose
/// values are of the forms of `PlainYAMLScalars`, with comments. Anything else, also anything
/// wrong, is left to `YAMLComposer`; tests hold the two to equal results.
package struct PlainYAML {
  private let bytes: [UInt8]
  private let scalars: PlainYAMLScalars
  private var lines: PlainYAMLLines
  private var remainingValues = YAMLComposer.maximumValues

  /// More keys in one mapping are left to a parser that looks for duplicates in a table.
  private static let maximumKeys = 64
  private static let maximumDepth = 16

  /// Returns the value of the YAML in `range`, or `nil` when it is not of the plain form.
  package static func read(_ file: SourceFile, range: Range<Int>) -> YAMLValue? {
    guard !OddYAMLBytes.areIn(file.bytes[range]) else { return nil }
    var reader = PlainYAML(bytes: file.bytes, range: range)
    return reader.read()
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    scalars = PlainYAMLScalars(bytes: bytes)
    lines = PlainYAMLLines(bytes: bytes, range: range)
  }

  private mutating func read() -> YAMLValue? {
    lines.advance()
    guard !lines.isAtEnd, let value = block(depth: 0), lines.isAtEnd else { return nil }
    return value
  }
}

// MARK: - Blocks

extension PlainYAML {
  /// The list or mapping that begins here.
  private mutating func block(depth: Int) -> YAMLValue? {
    guard depth < Self.maximumDepth, count(1) else { return nil }
    return isAtDash ? sequence(depth: depth) : mapping(depth: depth)
  }

  /// The entries of a mapping, all in the column of the first.
  private mutating func mapping(depth: Int) -> YAMLValue? {
    let (column, start) = (lines.column, lines.content.lowerBound)
    var entries: [YAMLValue.Entry] = []
    repeat {
      guard let keySpan = takeKey() else { return nil }
      let key = String(decoding: bytes[keySpan], as: UTF8.self)
      guard entries.count < Self.maximumKeys, !entries.contains(where: { $0.key == key }),
        let value = valueOfKey(in: column, depth: depth)
      else { return nil }
      entries.append(YAMLValue.Entry(key: key, keySpan: keySpan, value: value))
    } while !lines.isAtEnd && lines.column == column && !isAtDash
    guard lines.isAtEnd || lines.column <= column else { return nil }
    return YAMLValue(content: .mapping(entries), span: start..<start)
  }

  /// What stands behind a key, or on the lines below it.
  private mutating func valueOfKey(in column: Int, depth: Int) -> YAMLValue? {
    guard lines.content.isEmpty || bytes[lines.content.lowerBound] == .hash else {
      return scalar(in: column)
    }
    lines.advance()
    guard !lines.isAtEnd, lines.column > column || lines.column == column && isAtDash else {
      return nil
    }
    return block(depth: depth + 1)
  }

  /// The elements of a list, all of whose dashes stand in the column of the first.
  private mutating func sequence(depth: Int) -> YAMLValue? {
    let (column, start) = (lines.column, lines.content.lowerBound)
    var elements: [YAMLValue] = []
    repeat {
      lines.skip(1)
      guard !lines.content.isEmpty,
        let element = isAtKey ? block(depth: depth + 1) : scalar(in: column)
      else { return nil }
      elements.append(element)
    } while !lines.isAtEnd && lines.column == column && isAtDash
    return YAMLValue(content: .sequence(elements), span: start..<start)
  }

  private mutating func scalar(in column: Int) -> YAMLValue? {
    guard let value = scalars.value(at: &lines, in: column) else { return nil }
    if case .sequence(let elements) = value.content, !count(elements.count) { return nil }
    return count(1) ? value : nil
  }

  /// Whether there may be so many values more.
  private mutating func count(_ values: Int) -> Bool {
    remainingValues -= values
    return remainingValues >= 0
  }
}

// MARK: - Keys and dashes

extension PlainYAML {
  private var isAtDash: Bool {
    let content = lines.content
    return content.count >= 2 && bytes[content.lowerBound] == .dash
      && bytes[content.lowerBound + 1] == .space
  }

  private var isAtKey: Bool { keyEnd != nil }

  /// Where the colon behind a key stands.
  private var keyEnd: Int? {
    let content = lines.content
    guard let first = content.first, bytes[first].beginsKey else { return nil }
    var colon = first
    while colon < content.upperBound, bytes[colon].isOfKey { colon += 1 }
    guard colon < content.upperBound, bytes[colon] == .colon,
      colon + 1 == content.upperBound || bytes[colon + 1] == .space, colon - first < 128
    else { return nil }
    return colon
  }

  /// Passes over `key:`.
  private mutating func takeKey() -> Range<Int>? {
    let start = lines.content.lowerBound
    guard let colon = keyEnd else { return nil }
    lines.skip(colon + 1 - start)
    return start..<colon
  }
}
