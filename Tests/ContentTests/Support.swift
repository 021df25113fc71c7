import Content
import Diagnostics
import Foundation
import Testing

/// The repository's own content, parsed and assembled.
func repositorySite() throws -> (site: Site, diagnostics: [Diagnostic]) {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content")
  let names = try #require(FileManager.default.enumerator(atPath: root.path))
  var files: [String: String] = [:]
  for case let name as String in names where !name.hasPrefix(".") {
    let url = root.appending(path: name)
    if let text = try? String(contentsOf: url, encoding: .utf8) { files[name] = text }
  }
  return try assembled(files)
}

/// A site of some files, named from the content folder.
func assembled(
  _ files: [String: String], at instant: Int = 1_634_688_000
) throws -> (site: Site, diagnostics: [Diagnostic]) {
  var files = files
  files["site.yaml"] = files["site.yaml"] ?? "name: Notes\nbase-url: https://notes.example.org/\n"
  let sources = files.sorted { $0.key < $1.key }.map {
    ContentSource(path: $0.key, bytes: Array($0.value.utf8))
  }
  let source = try #require(sources.first { $0.path == "site.yaml" })
  let settings = try #require(ContentParser.settings(source).settings)
  let zone = try #require(SiteZone(name: settings.timeZone))
  let parser = ContentParser(settings: settings)
  let assembler = SiteAssembler(
    sources.map(parser.parse), settings: settings,
    visibility: Visibility(instant: instant, zone: zone, showsDrafts: false))
  return (assembler.site(), assembler.findings())
}
