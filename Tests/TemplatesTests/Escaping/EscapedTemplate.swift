import Templates

/// A template of nothing but text and outputs, written `{{}}`, for tests of escaping.
struct EscapedTemplate {
  let texts: [[UInt8]]
  let start: EscapeContext

  init(_ source: String, start: EscapeContext = .html) {
    var texts: [[UInt8]] = [[]]
    var rest = Substring(source)
    while let range = rest.firstRange(of: "{{}}") {
      texts[texts.count - 1] += Array(rest[..<range.lowerBound].utf8)
      texts.append([])
      rest = rest[range.upperBound...]
    }
    texts[texts.count - 1] += Array(rest.utf8)
    self.texts = texts
    self.start = start
  }

  /// Writes the values into the outputs in turn, the last one into all that remain.
  func render(_ values: [String], as kind: ValueKind = .text) throws -> Rendered {
    var output = OutputBuffer()
    var blocked: [EscapeOutcome] = []
    var context = start
    for (index, text) in texts.enumerated() {
      context = try scan(text, from: context)
      text.withUnsafeBufferPointer { output.append($0) }
      guard index + 1 < texts.count, let value = values.dropFirst(index).first ?? values.last else {
        continue
      }
      let placement = try context.placement(of: kind == .text ? nil : kind)
      context = placement.after
      let outcome = Array(value.utf8).withUnsafeBufferPointer {
        placement.escaper.write($0, as: kind, to: &output)
      }
      if outcome != .written { blocked.append(outcome) }
    }
    try context.checkEnd()
    let text = output.withBytes { String(decoding: $0, as: UTF8.self) }
    return Rendered(text: text, blocked: blocked)
  }

  struct Rendered: Equatable {
    var text: String
    var blocked: [EscapeOutcome] = []
  }
}

/// Returns what a template of text and outputs becomes.
func escaped(_ source: String, _ values: String..., as kind: ValueKind = .text) throws -> String {
  try EscapedTemplate(source).render(values, as: kind).text
}

/// Returns the rule that a template of text and outputs breaks, or `nil`.
func brokenRule(_ source: String, start: EscapeContext = .html) -> String? {
  do {
    _ = try EscapedTemplate(source, start: start).render(["x"])
    return nil
  } catch let refusal as EscapeRefusal {
    return refusal.rule
  } catch {
    return "\(error)"
  }
}

/// Returns the context after a text.
func scan(_ text: [UInt8], from context: EscapeContext = .html) throws -> EscapeContext {
  try text.withUnsafeBufferPointer { try ContextScanner.scan($0, from: context) }
}

/// Returns the context after a text.
func scan(_ text: String, from context: EscapeContext = .html) throws -> EscapeContext {
  try scan(Array(text.utf8), from: context)
}
