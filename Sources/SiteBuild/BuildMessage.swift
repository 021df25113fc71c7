internal import Diagnostics

/// What can be wrong when content and templates are joined; one place, in alphabetical order.
struct BuildMessage: Sendable {
  let rule: String
  let severity: Diagnostic.Severity
  let text: String

  private init(_ rule: String, _ severity: Diagnostic.Severity, _ text: String) {
    self.rule = rule
    self.severity = severity
    self.text = text
  }

  func at(
    _ location: SourceLocation?, subject: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: text, location: location, subject: subject,
      notes: notes)
  }
}

extension BuildMessage {
  static func badArgument(_ name: String, _ value: String, expected: String, hint: String = "")
    -> BuildMessage
  {
    BuildMessage("B03", .error, "'\(name)' must be \(expected), not '\(value)'\(hint)")
  }

  static func brokenImage(_ target: String, hint: String) -> BuildMessage {
    BuildMessage("R02", .error, "there is no image '\(target)'\(hint)")
  }

  static func brokenLink(_ target: String, hint: String) -> BuildMessage {
    BuildMessage("R02", .error, "the link '\(target)' leads nowhere\(hint)")
  }

  static func duplicateOutput(_ path: String) -> BuildMessage {
    BuildMessage("B01", .error, "two sources make '\(path)'; rename one of them")
  }

  static func emptyLink(_ text: String) -> BuildMessage {
    BuildMessage("R02", .error, "the link '\(text)' has no address; write it in the parentheses")
  }

  static func fileAndFolder(_ file: String, _ inside: String) -> BuildMessage {
    BuildMessage(
      "B01", .error, "'\(file)' would be both a file and the folder of '\(inside)'; rename one")
  }

  static func leftOut(_ description: String) -> BuildMessage {
    BuildMessage("S09", .warning, "\(description), so it is left out")
  }

  static func missingArgument(_ name: String, _ component: String) -> BuildMessage {
    BuildMessage("B03", .error, "'\(component)' needs a value for '\(name)'")
  }

  static var missingSettings: BuildMessage {
    BuildMessage(
      "S02", .error,
      "there is no content/site.yaml, which gives at least the site's name and base-url")
  }

  static func missingTemplate(_ name: String) -> BuildMessage {
    BuildMessage("B03", .error, "there is no template '\(name)', which these pages need")
  }

  static func nestedTooDeep(_ limit: Int) -> BuildMessage {
    BuildMessage("B03", .error, "components inside components are nested more than \(limit) deep")
  }

  /// Files that may be pages of an earlier build that no record tells of.
  static func notOurs(_ count: Int, in output: String, example: String) -> BuildMessage {
    let isOne = count == 1
    let them = isOne ? "it" : "them"
    let files =
      isOne
      ? "'\(example)' in '\(output)' is"
      : "\(count) files in '\(output)', such as '\(example)', are"
    return BuildMessage(
      "B06", .warning,
      "\(files) not part of the site, and nothing is known of who wrote \(them); if an earlier "
        + "build did, readers can still see \(them): remove \(them), or empty the folder and build "
        + "again")
  }

  static func similarOutputs(_ first: String, _ second: String) -> BuildMessage {
    BuildMessage(
      "B02", .error,
      "'\(first)' and '\(second)' are one file where letter case does not count; rename one")
  }

  static func unknownArgument(_ name: String, _ component: String, hint: String) -> BuildMessage {
    BuildMessage("B03", .error, "'\(component)' takes no '\(name)'\(hint)")
  }

  static func unknownComponent(_ name: String, hint: String) -> BuildMessage {
    BuildMessage("B03", .error, "there is no component '\(name)'\(hint)")
  }

  static func unknownZone(_ name: String, hint: String) -> BuildMessage {
    BuildMessage("S07", .error, "there is no time zone '\(name)'\(hint)")
  }

  static func uselessRecord(_ path: String) -> BuildMessage {
    BuildMessage(
      "B06", .info,
      "the record of the last build, '\(path)', cannot be read, so everything is built again; "
        + "pages that were removed meanwhile stay in the output until it is emptied")
  }

  static func unusableContent(_ component: String) -> BuildMessage {
    BuildMessage("B03", .error, "'\(component)' cannot hold text; write it as '::\(component)'")
  }

  static func wronglyKept(_ address: String, inputs: String) -> BuildMessage {
    BuildMessage(
      "B07", .error,
      "'\(address)' is not what it was, though none of its inputs (\(inputs)) changed; this is a "
        + "fault of Gazette: please report it with this line, and build with --full")
  }
}
