internal import Content
internal import Diagnostics

/// The waivers of a site, which take away findings and are themselves reported when they take
/// away none.
struct WaiverLedger {
  private var waivers: [Entry] = []

  private struct Entry {
    let rule: Located<String>
    /// The file whose findings are waived; any register when `nil`.
    let file: String?
    let subject: String?
    let origin: Origin
    var isUsed = false
  }

  init(_ site: Site) {
    for waiver in site.settings.waivers {
      waivers.append(
        Entry(
          rule: waiver.rule, file: nil, subject: waiver.subject?.value,
          origin: site.settings.origin))
    }
    for header in site.headers {
      for waiver in header.waivers {
        waivers.append(
          Entry(rule: waiver.rule, file: header.origin.file, subject: nil, origin: header.origin))
      }
    }
  }

  /// Leaves out the editorial findings that are waived.
  mutating func remaining(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !waivers.isEmpty else { return diagnostics }
    return diagnostics.filter { diagnostic in
      guard Rule(rawValue: diagnostic.rule) != nil, let file = diagnostic.location?.file else {
        return true
      }
      var isWaived = false
      for index in waivers.indices where matches(waivers[index], diagnostic, in: file) {
        waivers[index].isUsed = true
        isWaived = true
      }
      return !isWaived
    }
  }

  private func matches(_ entry: Entry, _ diagnostic: Diagnostic, in file: String) -> Bool {
    guard entry.rule.value == diagnostic.rule else { return false }
    if let subject = entry.subject, subject != diagnostic.subject { return false }
    return entry.file.map { $0 == file } ?? !file.hasSuffix(".md")
  }

  /// One finding for each waiver that took nothing away.
  func unused() -> [Diagnostic] {
    waivers.filter { !$0.isUsed }.map { entry in
      let rule = entry.rule.value
      guard Rule(rawValue: rule) != nil else { return unknown(entry) }
      let subject = entry.subject.map { " about '\($0)'" } ?? ""
      return Diagnostic(
        rule: Rule.w01.id, severity: .warning,
        message:
          "a waiver matches a finding; there is none of rule \(rule)\(subject) here any more,"
          + " so take the waiver out",
        location: entry.origin.location(entry.rule.span), subject: rule)
    }
  }

  private func unknown(_ entry: Entry) -> Diagnostic {
    let rule = entry.rule.value
    let isIntegrityRule = ["S", "R", "B"].contains(rule.prefix(1))
    let hint = isIntegrityRule ? "" : NearestName.hint(rule, among: Rule.allCases.map(\.id))
    return Diagnostic(
      rule: Rule.w01.id, severity: .warning,
      message: "only findings of editorial rules can be waived; '\(rule)' is none\(hint)",
      location: entry.origin.location(entry.rule.span), subject: rule)
  }
}

extension Site {
  /// The headers of everything that has front matter.
  var headers: [EntityHeader] {
    projects.map(\.header) + editions.map(\.header) + updates.map(\.header) + events.map(\.header)
      + impactStories.map(\.header) + posts.map(\.header) + pages.map(\.header)
  }
}
