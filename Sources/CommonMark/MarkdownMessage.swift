internal import Diagnostics

/// Everything that Markdown is told off for, alphabetical; rules never change, wording may.
enum MarkdownMessage {
  static func crowdedDirective(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "directive-place", severity: .warning,
      message: "a directive such as '::\(shortened(name))' stands alone between empty lines; "
        + "this one is shown as typed",
      location: place)
  }

  static func excessCells(columns: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "table-cells", severity: .warning,
      message: "a row has as many cells as the head, here \(columns); the rest is not shown, and "
        + "'\\|' is a bar inside a cell",
      location: place)
  }

  static func excessBrackets(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "markdown-brackets", severity: .warning,
      message: "at most \(MarkdownLimits.openBrackets) square brackets can be open in a paragraph; "
        + "the images that begin from here on are shown as typed",
      location: place)
  }

  static func furtherFindings(_ rule: String, count: Int, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .info,
      message: "\(count) more findings of this rule in this text are not listed", location: place)
  }

  static func invalidEncoding(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "encoding", severity: .error,
      message: "a text is UTF-8; the bytes from here on that are not are shown as U+FFFD",
      location: place)
  }

  static func misplacedElement(_ element: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "html-nesting", severity: .warning,
      message: RawHTMLRules.parents[element] == nil
        ? "<\(element)> cannot stand inside a line or between the parts of a table; it is shown "
          + "as typed"
        : "<\(element)> stands only inside a table; it is shown as typed",
      location: place)
  }

  static func missingFootnote(_ label: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "footnote", severity: .warning,
      message: "footnote '\(shortened(label))' has no text in this file; "
        + "write it on a line that begins with '[^\(shortened(label))]:'",
      location: place)
  }

  static func refusedAddress(_ address: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "unsafe-address", severity: .error,
      message: "an address must be a path or begin with http:, https:, mailto: or tel:; "
        + "'\(shortened(address))' is not written",
      location: place)
  }

  static func refusedAttribute(
    _ attribute: String, on element: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule: "A05", severity: .error,
      message: "attribute '\(shortened(attribute))' is not allowed in raw HTML and is left out "
        + "of <\(element)>; class, id, lang, title, dir, colspan, rowspan and scope are",
      location: place)
  }

  static func refusedElement(
    _ element: String, policy: MarkdownOptions.RawHTML, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule: "A05", severity: policy == .escape ? .warning : .error,
      message: policy == .escape
        ? "raw HTML is not read here; <\(shortened(element))> is shown as typed"
        : "element <\(shortened(element))> is not allowed in raw HTML; it is shown as typed",
      location: place)
  }

  static func repeatedFootnote(_ label: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "footnote", severity: .warning,
      message: "footnote '\(shortened(label))' is written twice; the first is shown",
      location: place)
  }

  static func repeatedID(_ id: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "duplicate-id", severity: .error,
      message: "an id is unique in its page; '\(shortened(id))' is given twice", location: place)
  }

  static func strayDirectiveEnd(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "directive-nesting", severity: .warning,
      message: "this line of colons closes no directive; it is shown as typed", location: place)
  }

  static func strayEndTag(_ element: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "html-nesting", severity: .warning,
      message: "</\(element)> closes nothing; it is shown as typed", location: place)
  }

  static func tooDeep(limit: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "markdown-nesting", severity: .warning,
      message: "quotes, lists and emphasis may be nested \(limit) deep; what is deeper is shown "
        + "without its marks",
      location: place)
  }

  static func tooLong(limit: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "markdown-size", severity: .error,
      message: "a text may have \(limit >> 20) MiB; what comes after is not shown",
      location: place)
  }

  static func unclosedDirective(
    _ name: String, colons: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      rule: "directive-nesting", severity: .warning,
      message: "directive '\(shortened(name))' is never closed; end it with a line of "
        + "\(colons) colons",
      location: place)
  }

  static func unclosedElement(_ element: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "html-nesting", severity: .warning,
      message: "<\(element)> is never closed; it is closed at the end of what holds it",
      location: place)
  }

  static func unknownLanguage(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "code-language", severity: .info,
      message: "code is coloured in languages that are known; '\(shortened(name))' is not"
        + NearestName.hint(name, among: LanguageRules.all.flatMap(\.names)),
      location: place)
  }

  static func unusedFootnote(_ label: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "footnote", severity: .warning,
      message: "footnote '\(shortened(label))' is never referred to; it is not shown",
      location: place)
  }

  /// Keeps a message on one screen line, whatever a source says.
  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "..." : text
  }
}
