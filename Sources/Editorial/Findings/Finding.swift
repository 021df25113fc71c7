internal import Diagnostics

/// What breaks an editorial rule, before the site's own settings decide how grave it is.
struct Finding {
  let rule: Rule
  let message: String
  let location: SourceLocation
  let subject: String
  var notes: [Diagnostic.Note] = []
  var fixIts: [Diagnostic.FixIt] = []
  /// How grave a policy of the content makes it; the rule's own severity when `nil`.
  var severity: Diagnostic.Severity?

  init(
    _ rule: Rule, _ message: String, at location: SourceLocation, subject: String,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = [],
    severity: Diagnostic.Severity? = nil
  ) {
    self.rule = rule
    self.message = message
    self.location = location
    self.subject = subject
    self.notes = notes
    self.fixIts = fixIts
    self.severity = severity
  }
}
