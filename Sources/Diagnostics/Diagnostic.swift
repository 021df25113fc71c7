/// One thing that is wrong in a source, with its place, its rule and a likely fix.
///
/// What is wrong with the world (a disk, a permission) is thrown instead, see `Files.FileError`.
public struct Diagnostic: Sendable, Hashable {
  /// The stable name of the rule, such as `S01` or `unknown-field`; never changes once published.
  public var rule: String
  /// How grave it is; an error stops a build.
  public var severity: Severity
  /// One lower-case phrase without a full stop: the rule, what was understood, the likely fix.
  public var message: String
  /// Where it is; `nil` only for findings about something absent from every file.
  public var location: SourceLocation?
  /// What the finding is about, such as an entity's id; used to match findings and waivers.
  public var subject: String?
  /// Other places that help to understand it, in the order in which they are printed.
  public var notes: [Note]
  /// Changes that would mend it; empty where no change is certain to.
  public var fixIts: [FixIt]

  /// Makes a finding, by default one without subject, notes and fixes.
  public init(
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
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case info
    case warning
    case error

    /// Orders by how grave they are: information, warning, error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place that helps to understand a finding, such as `included from`.
  public struct Note: Sendable, Hashable {
    /// One phrase that says what is there, such as `the first one is here`.
    public var message: String
    /// The place it is about; `nil` if the message says all.
    public var location: SourceLocation?

    /// Makes a note, by default one without a place.
    public init(message: String, location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A change of the source that certainly mends the finding.
  public struct FixIt: Sendable, Hashable {
    /// One phrase that says what to do, such as `write "email"`.
    public var message: String
    /// The bytes that are replaced; empty where something is only put in.
    public var location: SourceLocation
    /// What comes in their place; empty to remove them.
    public var replacement: String

    /// Makes a change that puts `replacement` in the place of what is at `location`.
    public init(message: String, location: SourceLocation, replacement: String) {
      self.message = message
      self.location = location
      self.replacement = replacement
    }
  }
}

extension Diagnostic: Comparable {
  /// The order of every report: by file, then place, then rule, subject and message.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
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
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
