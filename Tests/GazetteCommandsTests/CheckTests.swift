import ArgumentParser
import Diagnostics
import Files
import Foundation
import SiteBuild
import Testing

@testable import GazetteCommands

/// What `gazette check` does with findings.
@Suite struct CheckTests {
  private func finding(
    _ span: Range<Int>, in file: String = "content/a.md", fix: String? = nil
  ) -> Diagnostic {
    let location = SourceLocation(file: file, span: span)
    let fixes = fix.map {
      [Diagnostic.FixIt(message: "write \"\($0)\"", location: location, replacement: $0)]
    }
    return Diagnostic(
      rule: "T01", severity: .info, message: "house style", location: location,
      fixIts: fixes ?? [])
  }

  @Test func theReportIsByFileWithASumAtTheEnd() {
    let file = SourceFile(name: "content/a.md", bytes: Array("one\ntwo\n".utf8))
    let report = CheckReport(
      findings: [
        finding(0..<3), finding(4..<7, fix: "three"),
        Diagnostic(rule: "S02", severity: .error, message: "no settings", location: nil),
      ], sources: [file.name: file])
    #expect(
      report.text() == """
        content/a.md: 2 findings

        content/a.md:1:1: info: house style [T01]
          1 | one
            | ^~~

        content/a.md:2:1: info: house style [T01]
          2 | two
            | ^~~
          fix: write "three"

        the site: 1 finding

        error: no settings [S02]

        1 error and 2 infos in 2 files
        """)
  }

  @Test func nothingFoundIsSaid() {
    #expect(CheckReport(findings: [], sources: [:]).text() == "nothing to report")
  }

  @Test func fixesAreWrittenAndThoseThatOverlapAreLeft() throws {
    let site = try SampleFolder(["content/a.md": "Linked In and Linked In\n"])
    let fixes = [
      finding(14..<23, fix: "LinkedIn"), finding(0..<9, fix: "LinkedIn"),
      finding(5..<12, fix: "never"),
    ].flatMap(\.fixIts)
    let lines = try FixWriter(root: site.folder).apply(fixes) { name in
      try? SourceFile(name: name, bytes: Array(site.text(name).utf8))
    }
    #expect(try site.text("content/a.md") == "LinkedIn and LinkedIn\n")
    #expect(
      lines == [
        "content/a.md:1: mended: write \"LinkedIn\"", "content/a.md:1: mended: write \"LinkedIn\"",
      ])
  }

  @Test func aDiffWithoutContextGivesTheChangedLines() {
    let diff = """
      diff --git a/content/a.md b/content/a.md
      --- a/content/a.md
      +++ b/content/a.md
      @@ -2,0 +3,2 @@ heading
      +new
      +lines
      @@ -9 +11 @@
      -old
      +new
      diff --git a/content/b.md b/content/b.md
      --- a/content/b.md
      +++ b/content/b.md
      @@ -4,2 +3,0 @@
      -gone
      -gone
      diff --git a/content/c.md b/content/c.md
      --- a/content/c.md
      +++ /dev/null
      @@ -1 +0,0 @@
      -all
      """
    #expect(
      UnifiedDiff.changedLines(diff) == [
        "content/a.md": [3..<5, 11..<12], "content/b.md": [3..<4],
      ])
  }

  @Test func onlyFindingsOnChangedLinesAreLeft() throws {
    let site = try SampleFolder(["content/a.md": "one\ntwo\nthree\n"])
    try site.git("init", "-q")
    try site.git("add", ".")
    try site.git("commit", "-q", "-m", "Begin")
    try site.write("content/a.md", "one\nTWO\nthree\n")
    try site.write("content/new.md", "four\n")
    let changes = try GitChanges(since: "HEAD", in: site.folder)
    let source = { (name: String) -> SourceFile? in
      try? SourceFile(name: name, bytes: Array(site.text(name).utf8))
    }
    let findings = [
      finding(0..<3), finding(4..<7), finding(8..<13), finding(0..<4, in: "content/new.md"),
    ]
    #expect(findings.map { changes.touch($0, in: source) } == [false, true, false, true])
  }

  @Test func theExitStatusFollowsTheGravestFinding() async throws {
    let site = try SampleFolder([
      "content/site.yaml": "name: Notes\nbase-url: https://notes.example.org/\n",
      "content/blog/2021-09-01-one.md":
        "---\ntitle: One\nsummary: One.\nauthors: [me]\n---\n\nText.\n",
      "content/organisations.yaml": "- id: me\n  name: Team\n  kind: other\n",
    ])
    func run(_ options: String...) async throws {
      let command = try CheckCommand.parse(
        ["--source", site.url.path, "--at", "2021-10-20"] + options)
      try await command.run()
    }
    try await run("--rule", "P01")
    try await run("--rule", "B04")
    await #expect(throws: ExitCode(1)) {
      try await run("--rule", "B04", "--fail-on", "warning", "--format", "json")
    }
  }

  @Test func brokenLinksAndTemplatesAreReportedToo() async throws {
    let site = try SampleFolder([
      "content/site.yaml": "name: Notes\nbase-url: https://notes.example.org/\n",
      "content/pages/about.md": "---\ntitle: About\n---\n\nSee [us](abuot.md).\n",
      "templates/page.html": "{{ page.titel }}\n",
    ])
    let checked = try await SiteChecker(source: site.folder, instant: .time("2021-10-20")).check()
    let found = checked.diagnostics
    #expect(
      DiagnosticJSONPrinter(sources: found.sources(from: checked.source)).print(found) == """
        {"rule":"R02","severity":"error","file":"content/pages/about.md","line":5,"column":5,"subject":"about","message":"the link 'abuot.md' leads nowhere (did you mean 'about.md'?)"}
        {"rule":"unknown-field","severity":"error","file":"templates/page.html","line":1,"column":9,"subject":null,"message":"page has no field 'titel' (did you mean 'title'?)"}

        """)
  }

  @Test func anUnknownRuleIsRefused() {
    #expect(throws: (any Error).self) { try CheckCommand.parse(["--rule", "P99"]) }
  }

  @Test func anUnknownCommitIsToldInOneLine() throws {
    let site = try SampleFolder(["content/a.md": "one\n"])
    try site.git("init", "-q")
    #expect(throws: GitProblem.self) { try GitChanges(since: "nowhere", in: site.folder) }
  }
}
