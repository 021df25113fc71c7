import Content
import Diagnostics
import Testing

/// Prints what parsing found, as an author reads it.
func findings(_ path: String, _ text: String) throws -> String {
  let source = ContentSource(path: path, bytes: Array(text.utf8))
  let parsed = try ContentParser(settings: plainSettings()).parse(source)
  let file = SourceFile(name: source.displayName, bytes: source.bytes)
  return DiagnosticTextPrinter(sources: [file.name: file]).print(parsed.diagnostics.sorted())
}

/// Compares what parsing finds with what an author should read.
func expect(
  _ path: String, _ text: String, finds expected: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let found = try findings(path, text)
  #expect(found == expected, sourceLocation: sourceLocation)
}

func plainSettings() throws -> SiteSettings {
  let text = "name: Notes\nbase-url: https://notes.example.org/\n"
  let source = ContentSource(path: "site.yaml", bytes: Array(text.utf8))
  return try #require(ContentParser.settings(source).settings)
}

@Suite struct SourceTests {
  @Test func aMisspeltKeyIsReportedWithItsNearestName() throws {
    try expect(
      "projects/istv.md",
      """
      ---
      id: istv
      title: Information Sharing
      status: active
      aims: Share
      ---
      """,
      finds: """
        content/projects/istv.md:5:1: error: unknown key 'aims' in a project (did you mean 'aim'?) [S01]
          5 | aims: Share
            | ^~~~

        """)
  }

  @Test func allFaultsOfAFileAreReportedAtOnce() throws {
    try expect(
      "projects/istv.md",
      """
      ---
      id: Istv
      status: activ
      Status: active
      sponsors: jane
      lifecycle:
        - stage: commissioning
          from: Jan 21
      ---
      """,
      finds: """
        content/projects/istv.md:2:1: error: a project has no 'title', which it must have [S02]
          2 | id: Istv
            | ^

        content/projects/istv.md:2:5: error: an id is lower-case letters, digits and hyphens, not 'Istv'; write 'istv' [S03]
          2 | id: Istv
            |     ^~~~

        content/projects/istv.md:3:9: error: 'status' cannot be 'activ' (did you mean 'active'?); it is one of pipeline, active, paused, delivered, closed [S07]
          3 | status: activ
            |         ^~~~~

        content/projects/istv.md:4:1: error: 'Status' and 'status' differ only in letter case; keep one of them [S06]
          4 | Status: active
            | ^~~~~~

        content/projects/istv.md:5:11: error: 'sponsors' must be a list of people, not text [S03]
          5 | sponsors: jane
            |           ^~~~

        content/projects/istv.md:7:5: error: a stage of the lifecycle has no 'to', which it must have [S02]
          7 |   - stage: commissioning
            |     ^

        content/projects/istv.md:8:11: error: 'from' must be a month such as 2021-09, not 'Jan 21' [S03]
          8 |     from: Jan 21
            |           ^~~~~~

        """)
  }

  @Test func aKeyGivenTwiceIsReportedAtTheSecond() throws {
    try expect(
      "pages/about.md", "---\ntitle: About\nsummary: a\ntitle: Again\n---\n",
      finds: """
        content/pages/about.md:4:1: error: 'title' is given twice; keep one of them [S06]
          4 | title: Again
            | ^~~~~

        """)
  }

  @Test func frontMatterThatIsNotClosedIsReported() throws {
    try expect(
      "pages/about.md", "---\ntitle: About\n\nText\n",
      finds: """
        content/pages/about.md:1:1: error: the front matter is not closed; end it with a line '---' [S08]
          1 | ---
            | ^~~

        """)
  }

  @Test func invalidYAMLIsReportedAtItsPlace() throws {
    try expect(
      "pages/about.md", "---\ntitle: [About\nsummary: x\n---\n",
      finds: """
        content/pages/about.md:3:8: error: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']' [S08]
          3 | summary: x
            |        ^

        """)
  }

  @Test func bytesThatAreNotUTF8AreReported() throws {
    let source = ContentSource(
      path: "pages/about.md", bytes: Array("---\ntitle: Caf".utf8) + [0xE9, 0x0A])
    let parsed = try ContentParser(settings: plainSettings()).parse(source)
    #expect(
      parsed.diagnostics.map(\.message) == ["not UTF-8 text; save the file with the encoding UTF-8"]
    )
    #expect(parsed.diagnostics.map(\.location?.span) == [14..<15])
  }

  @Test func hostileYAMLIsRefusedAndNotFollowed() throws {
    let deep = "---\ntitle: " + String(repeating: "[", count: 100_000) + "\n---\n"
    #expect(try findings("pages/a.md", deep).contains("nested deeper than 64 levels"))
    let dashes = "---\n" + String(repeating: "- ", count: 50_000) + "x\n---\n"
    #expect(try findings("pages/a.md", dashes).contains("nested deeper than 64 levels"))
    var bomb = "---\na0: &a0 [x, x]\n"
    for level in 1..<40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(try findings("pages/a.md", bomb + "---\n").contains("so many aliases"))
  }

  @Test func rowsAreReportedAtTheirFields() throws {
    try expect(
      "metrics/observations.csv",
      """
      metric,period,value,qualifer,item,edition,note
      blog.posts,2021-07,"7,300",exact,,2021-09,
      blog.posts,2021-07,12
      """,
      finds: """
        content/metrics/observations.csv:1:1: error: the header has no 'qualifier', which it must have [S02]
          1 | metric,period,value,qualifer,item,edition,note
            | ^

        content/metrics/observations.csv:1:21: error: unknown column 'qualifer' (did you mean 'qualifier'?) [S01]
          1 | metric,period,value,qualifer,item,edition,note
            |                     ^~~~~~~~

        content/metrics/observations.csv:2:20: error: 'value' must be a number without thousands separator such as 7300, not '7,300' [S03]
          2 | blog.posts,2021-07,"7,300",exact,,2021-09,
            |                    ^~~~~~~

        content/metrics/observations.csv:3:1: error: the row has 3 fields, the header 7; quote a field that holds a comma [S03]
          3 | blog.posts,2021-07,12
            | ^~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test(arguments: [
    "", "---", "---\n---", "---\n\n---\n# T", "\u{FEFF}---\ntitle: x\n---\n",
    "---\n- a\n- b\n---\n",
    "---\ntitle: x\n--- \nbody", "---\r\ntitle: x\r\n---\r\nbody\r\n",
  ])
  func anyFrontMatterIsReadOrReported(text: String) throws {
    _ = try findings("pages/about.md", text)
  }
}
