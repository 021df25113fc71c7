import ArgumentParser
import Files
import Foundation
import Preview
import SiteBuild
import Testing

@testable import GazetteCommands

/// What `gazette serve` does with a site that is being written, until it is told to stop.
@Suite struct ServeTests {
  private static let post = "content/blog/2021-09-01-one.md"

  private func site() throws -> SampleFolder {
    try SampleFolder([
      "content/site.yaml": "name: Notes\nbase-url: https://notes.example.org/\n",
      "content/organisations.yaml": "- id: me\n  name: Team\n  kind: other\n",
      Self.post: text("Words."),
    ])
  }

  private func text(_ words: String, title: String = "title") -> String {
    "---\n\(title): One\nsummary: One.\nauthors: [me]\n---\n\n\(words)\n"
  }

  /// A page as it is published now.
  private func page(_ site: SampleFolder) -> String {
    let url = site.url.appending(path: "output/blog/2021-09-01-one/index.html")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  /// Waits until the page has some words; a minute is more than enough.
  private func wait(for words: String, in site: SampleFolder) async throws {
    for _ in 0..<6_000 where !page(site).contains(words) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(page(site).contains(words))
  }

  @Test func aSiteIsBuiltWheneverItChangesUntilTheEnd() async throws {
    let site = try site()
    let output = Folder(site.url.appending(path: "output").path)
    let source = Folder(site.url.path)
    let server = try PreviewServer(output, port: 0)
    let watcher = try FolderWatcher(of: ResidentBuilder.watchedFolders, in: source)
    let options = SiteBuilder.Options(
      source: source, output: output, instant: .time("2021-10-20"))
    let running = Task {
      var session = PreviewSession(
        options, isInstantFixed: true, server: server, watcher: watcher)
      try await session.run()
    }
    try await wait(for: "Words.", in: site)
    try site.write(Self.post, text("Other words."))
    try await wait(for: "Other words.", in: site)
    // An error leaves what was there; mended, the site goes on.
    try site.write(Self.post, text("Wrong words.", title: "titel"))
    try site.write(Self.post, text("Right words."))
    try await wait(for: "Right words.", in: site)
    try site.write("templates/post.html", "{{ post.title }} by a template")
    try await wait(for: "One by a template", in: site)
    watcher.stop()
    try await running.value
    await server.stop()
    let after = try await SiteBuilder(options).build()
    #expect(after.rendered == [])
  }

  @Test func theFirstBuildMustBePossible() async throws {
    let folder = try SampleFolder([:])
    let command = try ServeCommand.parse(["--source", folder.url.path, "--port", "0"])
    await #expect(throws: FileError.self) { try await command.run() }
  }

  @Test func aPortThatIsTakenIsToldBeforeAnythingIsBuilt() async throws {
    let site = try site()
    let other = try PreviewServer(Folder(site.url.path), port: 0)
    let command = try ServeCommand.parse(
      ["--source", site.url.path, "--port", String(other.port)])
    await #expect(throws: PreviewError.portInUse(other.port)) { try await command.run() }
    #expect(page(site) == "")
    await other.stop()
  }

  @Test(arguments: [["--port", "70000"], ["--port", "-1"], ["--jobs", "0"], ["--at", "soon"]])
  func wrongOptionsAreRefused(_ options: [String]) {
    #expect(throws: (any Error).self) { try ServeCommand.parse(options) }
  }
}
