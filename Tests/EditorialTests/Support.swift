import Content
import Diagnostics
import Editorial
import Foundation
import GregorianCalendar
import Testing

/// The repository's own content by path from the content folder.
func repositoryContent() throws -> [String: String] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content")
  let names = try #require(FileManager.default.enumerator(atPath: root.path))
  var files: [String: String] = [:]
  for case let name as String in names where !name.hasPrefix(".") {
    let url = root.appending(path: name)
    if let text = try? String(contentsOf: url, encoding: .utf8) { files[name] = text }
  }
  return files
}

/// All findings in some files, on 20 November 2021.
func diagnostics(in files: [String: String]) throws -> [Diagnostic] {
  let sources = files.sorted { $0.key < $1.key }.map {
    ContentSource(path: $0.key, bytes: Array($0.value.utf8))
  }
  let source = try #require(sources.first { $0.path == "site.yaml" })
  let read = ContentParser.settings(source)
  let settings = try #require(read.settings)
  let zone = try #require(SiteZone(name: settings.timeZone))
  let today = try #require(CalendarDay("2021-11-20"))
  let parser = ContentParser(settings: settings, keepsText: true)
  let parsed = sources.map(parser.parse)
  func assemble(drafts: Bool) -> (site: Site, diagnostics: [Diagnostic]) {
    let instant = zone.instant(of: PublishTime(day: today))
    let assembler = SiteAssembler(
      parsed, settings: settings,
      visibility: Visibility(instant: instant, zone: zone, showsDrafts: drafts))
    return (assembler.site(), assembler.findings())
  }
  let (site, found) = assemble(drafts: false)
  let checker = EditorialChecker(
    site: site, drafts: assemble(drafts: true).site, today: today)
  return checker.check(alongside: read.diagnostics + found)
}

/// All findings in some files, a line each: rule, severity, place, subject and message.
func findings(in files: [String: String]) throws -> String {
  try diagnostics(in: files).map { diagnostic in
    let location = try #require(diagnostic.location)
    let name = String(location.file.dropFirst("content/".count))
    let file = SourceFile(name: name, bytes: Array((files[name] ?? "").utf8))
    let place = file.position(at: location.span.lowerBound)
    return "\(diagnostic.rule) \(diagnostic.severity) \(name):\(place.line):\(place.column) "
      + "\(diagnostic.subject ?? "-"): \(diagnostic.message)"
  }.joined(separator: "\n")
}

/// A change of a site's files.
enum Edit: Sendable {
  /// Replaces a text that must be there, wherever it is.
  case replace(String, String, String)
  case add(String, String)
  case remove(String)

  func apply(to files: inout [String: String]) throws {
    switch self {
    case .replace(let file, let old, let new):
      let text = try #require(files[file])
      try #require(text.contains(old))
      files[file] = text.replacing(old, with: new)
    case .add(let file, let text): files[file] = text
    case .remove(let file): try #require(files.removeValue(forKey: file) != nil)
    }
  }
}

/// One thing put wrong, and what is found then.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let edits: [Edit]
  let expected: String

  init(_ name: String, _ edits: [Edit], finds expected: String) {
    self.testDescription = name
    self.edits = edits
    self.expected = expected
  }

  private func edited(_ files: [String: String]) throws -> [String: String] {
    var files = files
    for edit in edits { try edit.apply(to: &files) }
    return files
  }

  /// Checks what is found in the clean site after the edits.
  func check() throws {
    let found = try findings(in: edited(cleanSite))
    #expect(found == expected)
  }

  /// Checks which findings the edits take away (`-`) and add (`+`), places and messages apart.
  func checkChange(of files: [String: String]) throws {
    let before = try diagnostics(in: files).map(Self.summary)
    let after = try diagnostics(in: edited(files)).map(Self.summary)
    let change = after.difference(from: before).inferringMoves()
    let lost = change.removals.compactMap(Self.unmoved).map { "- \($0)" }.sorted()
    let added = change.insertions.compactMap(Self.unmoved).map { "+ \($0)" }.sorted()
    let found = (lost + added).joined(separator: "\n")
    #expect(found == expected)
  }

  private static func unmoved(_ change: CollectionDifference<String>.Change) -> String? {
    switch change {
    case .insert(_, let element, let other), .remove(_, let element, let other):
      other == nil ? element : nil
    }
  }

  private static func summary(_ diagnostic: Diagnostic) -> String {
    let file = diagnostic.location?.file.dropFirst("content/".count) ?? ""
    return "\(diagnostic.rule) \(diagnostic.severity) \(file) \(diagnostic.subject ?? "-")"
  }
}
