package import Content
package import Files
internal import Formats

/// Tells programs when the site would next change by itself, in `.gazette/next-due.json`.
package struct NextDueFile: Sendable {
  private let bytes: [UInt8]
  private let text: String?

  package static let path = ".gazette/next-due.json"

  package init(_ next: NextDue, zone: SiteZone) {
    let writer = NextDueWriter(next: next, zone: zone)
    self.init(encoded: writer.encoded(), line: writer.line())
  }

  /// Takes a file as it was made earlier.
  init(encoded bytes: [UInt8], line: String?) {
    self.bytes = bytes
    self.text = line
  }

  /// Writes the file into a site's folder.
  package func save(in source: Folder) throws {
    try FileWriter.replace(try SitePath(Self.path), in: source, with: encoded())
  }

  /// The file's bytes: the next change of pages and the next reminder, each null when there is none.
  package func encoded() -> [UInt8] { bytes }

  /// The next change as people read it; `nil` when none will come by itself.
  package func line() -> String? { text }
}

/// Puts what comes next into words and JSON.
private struct NextDueWriter {
  let next: NextDue
  let zone: SiteZone

  func encoded() -> [UInt8] {
    JSONWriter.object(layout: .indented) { json in
      json.member("format", "gazette-next-due-1")
      write("change", next.changes, to: &json)
      write("reminder", next.reminders, to: &json)
    }
  }

  private func write(_ name: String, _ moments: [ScheduledMoment], to json: inout JSONWriter) {
    guard let first = moments.first, let time = timestamp(first.instant) else {
      return json.member(name, .null)
    }
    json.object(name) { json in
      json.member("at", .text(time.inUTC.rfc3339))
      json.member("local", .text(time.rfc3339))
      json.array("because") { json in
        for moment in moments {
          json.object { json in
            json.member("kind", .text(moment.kind.rawValue))
            json.member("file", .text(moment.file))
            json.member("subject", .text(moment.subject))
          }
        }
      }
    }
  }

  func line() -> String? {
    guard let first = next.changes.first, let time = timestamp(first.instant) else { return nil }
    let more = next.changes.count - 1
    let others = more == 0 ? "" : " and \(more) more"
    let what = first.kind == .expiry ? "expires" : "is published"
    return "the site changes by itself at \(time.rfc3339): \(first.file) \(what)\(others)"
  }

  private func timestamp(_ instant: Int) -> Timestamp? {
    Timestamp(secondsSince1970: instant, offsetMinutes: zone.offset(at: instant) / 60)
  }
}
