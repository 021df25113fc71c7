/// One thing that is wrong in a source, with its place, its rule and a likely fix.
///
/// What is wrong with the world (a disk, a permission) is thrown instead, see `Files.FileError`.
package struct Diagnostic: Sendable, Hashable {
  /// The stable name of the rule, such as `S01` or `unknown-field`; never changes once published.
  package var rule: String
  package var severity: Severity
  /// One lower-case phrase without a full stop: the rule, what was understood, the likely fix.
  package var message: String
  /// Where it is; `nil` only for findings about something absent from every file.
  package var location: SourceLocation?
  /// What the finding is about, such as an entity's id; used to match findings and waivers.
  package var subject: String?
  package var notes: [Note]
  package var fixIts: [FixIt]

  package init(
    rule: String, severity: Severity, message: String, location: SourceLocation?,
    subject: String? = nil, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.location = location
    self.subject = subject
    self.notes = notes
    self.fixIts = fixIts
  }
}

extension Diagnostic {
  /// How grave a finding is, gravest last.
  package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case info
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place that helps to understand a finding, such as `included from`.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation?

    package init(message: String, location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A change of the source that certainly mends the finding.
  package struct FixIt: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation
    package var replacement: String

    package init(message: String, location: SourceLocation, replacement: String) {
      self.message = message
      self.location = location
      self.replacement = replacement
    }
  }
}

extension Diagnostic: Comparable {
  /// The order of every report: by file, then place, then rule, subject and message.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let places = (left.place, right.place)
    return places.0 == places.1
      ? (left.rule, left.subject ?? "", left.message)
        < (right.rule, right.subject ?? "", right.message)
      : places.0 < places.1
  }

  private var place: (file: String, start: Int, end: Int) {
    let span = location?.span ?? 0..<0
    return (location?.file ?? "", span.lowerBound, span.upperBound)
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether any finding is an error, which stops a build.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
