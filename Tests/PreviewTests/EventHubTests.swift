import Diagnostics
import Files
import Testing

@testable import Preview

/// What open pages are told.
@Suite struct EventHubTests {
  private let output: OutputFolder
  private let site: PublishedSite
  private let hub: EventHub

  init() throws {
    output = try OutputFolder()
    site = PublishedSite(output.folder)
    hub = EventHub(site)
  }

  /// The events up to now; ends the subscription.
  private func events(_ subscription: EventSubscription) async -> [String] {
    subscription.end()
    return await subscription.stream.reduce(into: []) {
      $0.append(String(decoding: $1, as: UTF8.self))
    }
  }

  private func subscription(_ page: String) -> EventSubscription {
    hub.subscribe(to: page, version: site.version(of: String(page.dropFirst())))
  }

  private static let nothingWrong = "event: findings\ndata: []\n\n"
  private static let reload = "event: reload\ndata: {}\n\n"

  @Test func onlyPagesThatChangedReload() async throws {
    let (home, post) = (subscription("/"), subscription("/blog/a b/"))
    try output.write("output/blog/a b/index.html", "<p>New</p>")
    hub.publish(changed: [try SitePath("blog/a b/index.html")], basePath: nil)
    #expect(
      await events(home)
        == [Self.nothingWrong, Self.nothingWrong, "event: files\ndata: []\n\n"])
    #expect(await events(post) == [Self.nothingWrong, Self.nothingWrong, Self.reload])
  }

  @Test func otherFilesAreNamedToThePagesThatMayUseThem() async throws {
    let home = subscription("/")
    hub.publish(
      changed: [try SitePath("assets/style.css"), try SitePath("a\"b.png")], basePath: "/")
    #expect(
      await events(home).last == "event: files\ndata: [\"/assets/style.css\",\"/a\\\"b.png\"]\n\n")
  }

  @Test func aPageOfAnOlderSiteReloadsWhenItComesBack() async {
    #expect(
      await events(hub.subscribe(to: "/", version: "old")) == [Self.nothingWrong, Self.reload])
  }

  @Test func aMissingPageReloadsOnceItIsThere() async throws {
    let missing = subscription("/new/")
    try output.write("output/new/index.html", "<p>New</p>")
    hub.publish(changed: [try SitePath("new/index.html")], basePath: nil)
    #expect(await events(missing).last == Self.reload)
  }

  @Test func findingsAreToldUntilTheyAreMended() async {
    let home = subscription("/")
    let source = SourceFile(name: "content/a.md", bytes: Array("titel: <b>\"x\"</b>\n".utf8))
    hub.refuse(
      FindingsMessage(
        [
          Diagnostic(
            rule: "S01", severity: .warning, message: "mild",
            location: nil),
          Diagnostic(
            rule: "S01", severity: .error, message: "unknown key '<script>'\n",
            location: SourceLocation(file: "content/a.md", span: 7..<10),
            notes: [.init(message: "seen here")],
            fixIts: [
              .init(
                message: "write 'title'",
                location: SourceLocation(file: "content/a.md", span: 0..<5), replacement: "title")
            ]),
        ], sources: ["content/a.md": source]))
    let later = subscription("/")
    hub.publish(changed: [], basePath: nil)
    let told = """
      event: findings
      data: [{"severity":"error","rule":"S01","message":"unknown key '<script>'\\n",\
      "place":{"file":"content/a.md","line":1,"column":8,"text":"titel: <b>\\"x\\"</b>"},\
      "notes":[{"message":"seen here","place":null}],"fixes":["write 'title'"]},\
      {"severity":"warning","rule":"S01","message":"mild","place":null,"notes":[],"fixes":[]}]


      """
    #expect(await events(home) == [Self.nothingWrong, told, Self.nothingWrong, Self.noFiles])
    #expect(await events(later) == [told, Self.nothingWrong, Self.noFiles])
  }

  private static let noFiles = "event: files\ndata: []\n\n"

  @Test func whatIsNoFaultOfASourceIsToldToo() async {
    hub.refuse(FindingsMessage(problem: "cannot write output: disk full"))
    #expect(
      await events(subscription("/")) == [
        """
        event: findings
        data: [{"severity":"error","rule":"","message":"cannot write output: disk full",\
        "place":null,"notes":[],"fixes":[]}]


        """
      ])
  }
}
