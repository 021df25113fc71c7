package import Diagnostics

/// What can be wrong with content, in words; one place, in alphabetical order.
///
/// The rule's name never changes; the wording may.
package struct ContentMessage: Sendable {
  let rule: String
  let severity: Diagnostic.Severity
  let text: String

  private init(_ rule: String, _ severity: Diagnostic.Severity, _ text: String) {
    self.rule = rule
    self.severity = severity
    self.text = text
  }

  /// Makes the finding at a place, about an entity.
  package func at(
    _ location: SourceLocation?, subject: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: text, location: location, subject: subject,
      notes: notes)
  }
}

extension ContentMessage {
  static func badForm(_ key: String, _ found: String, _ form: String) -> ContentMessage {
    ContentMessage("S03", .error, "'\(key)' must be \(form), not '\(found)'")
  }

  static func duplicateID(_ kind: String, _ id: String) -> ContentMessage {
    ContentMessage("S04", .error, "another \(kind) has the id '\(id)'")
  }

  static func duplicateStep(_ id: String) -> ContentMessage {
    ContentMessage(
      "S04", .error,
      "another step has the id '\(id)'; give this one an id of its own, or say what became of the"
        + " other under \"Since last time\"")
  }

  static func duplicateKey(_ key: String) -> ContentMessage {
    ContentMessage("S06", .error, "'\(key)' is given twice; keep one of them")
  }

  static func duplicateKeyByCase(_ key: String, _ other: String) -> ContentMessage {
    ContentMessage(
      "S06", .error, "'\(key)' and '\(other)' differ only in letter case; keep one of them")
  }

  static func endsBeforeItBegins(_ what: String) -> ContentMessage {
    ContentMessage("S03", .error, "\(what) ends before it begins")
  }

  static func foreignFrontMatter(_ form: String) -> ContentMessage {
    ContentMessage(
      "S08", .error,
      "front matter is YAML between two lines '---'; this is \(form), which is not read")
  }

  static func idDisagrees(_ id: String, _ expected: String) -> ContentMessage {
    ContentMessage(
      "S05", .error, "the id is '\(id)' but the file is named for '\(expected)'; they must agree")
  }

  static func invalidID(_ found: String) -> ContentMessage {
    ContentMessage(
      "S03", .error,
      "an id is lower-case letters, digits and hyphens, not '\(found)'"
        + (IDForm.made(from: found).isEmpty ? "" : "; write '\(IDForm.made(from: found))'"))
  }

  static func invalidYAML(_ problem: String, hint: String = "") -> ContentMessage {
    ContentMessage("S08", .error, "not valid YAML: \(problem)\(hint)")
  }

  static func missingKey(_ key: String, in kind: String) -> ContentMessage {
    ContentMessage("S02", .error, "\(kind) has no '\(key)', which it must have")
  }

  static var missingPostDate: ContentMessage {
    ContentMessage(
      "S02", .error,
      "a blog post has a date; give it in 'date', or begin the file's name with it, as in"
        + " 2021-09-15-two-events.md")
  }

  static var notUTF8: ContentMessage {
    ContentMessage("S08", .error, "not UTF-8 text; save the file with the encoding UTF-8")
  }

  static func statedTwice(_ figure: String, in edition: String) -> ContentMessage {
    ContentMessage("S04", .error, "\(edition) states '\(figure)' twice; keep one of the rows")
  }

  static var unclosedFrontMatter: ContentMessage {
    ContentMessage("S08", .error, "the front matter is not closed; end it with a line '---'")
  }

  static var unclosedQuote: ContentMessage {
    ContentMessage("S08", .error, "the quotation mark is never closed")
  }

  static func unknownColumn(_ name: String, hint: String) -> ContentMessage {
    ContentMessage("S01", .error, "unknown column '\(name)'\(hint)")
  }

  static func unknownFile(_ expectation: String) -> ContentMessage {
    ContentMessage("S09", .warning, "nothing is made of this file; \(expectation)")
  }

  static func unknownFormat(_ found: String, of edition: String) -> ContentMessage {
    ContentMessage(
      "S07", .warning,
      "a record of the format '\(found)' is not read; write it anew with 'gazette remember"
        + " \(edition)'")
  }

  static func unknownKey(_ key: String, in kind: String, hint: String) -> ContentMessage {
    ContentMessage("S01", .error, "unknown key '\(key)' in \(kind)\(hint)")
  }

  static func unknownReference(
    _ kind: String, _ id: String, rule: String, hint: String
  ) -> ContentMessage {
    ContentMessage(rule, .error, "there is no \(kind) '\(id)'\(hint)")
  }

  static func unknownValue(
    _ key: String, _ found: String, allowed: [String], hint: String
  ) -> ContentMessage {
    let list = allowed.count <= 8 ? "; it is one of \(allowed.joined(separator: ", "))" : ""
    return ContentMessage("S07", .error, "'\(key)' cannot be '\(found)'\(hint)\(list)")
  }

  static var unpublishableName: ContentMessage {
    ContentMessage(
      "S05", .error,
      "a file's name becomes its address, so it cannot hold spaces or any of \\ ? # % \" < > : * |")
  }

  static var unreadableOutcome: ContentMessage {
    ContentMessage(
      "S03", .error,
      "an item under 'Since last time' is '- [x] #step-id', with x done, > carried, ~ changed"
        + " or - dropped")
  }

  static func wrongFieldCount(_ count: Int, expected: Int) -> ContentMessage {
    ContentMessage(
      "S03", .error,
      "the row has \(count) field\(count == 1 ? "" : "s"), the header \(expected);"
        + " quote a field that holds a comma")
  }

  static func wrongType(_ key: String, expected: String, found: String) -> ContentMessage {
    ContentMessage("S03", .error, "'\(key)' must be \(expected), not \(found)")
  }

  static func yamlTooDeep(_ limit: Int) -> ContentMessage {
    ContentMessage("S08", .error, "YAML nested deeper than \(limit) levels is not read")
  }

  static var yamlTooLarge: ContentMessage {
    ContentMessage("S08", .error, "YAML with so many values, or so many aliases, is not read")
  }
}
