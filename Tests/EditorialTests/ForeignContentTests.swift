import Testing

/// Content as other generators and editors leave it: told in words that say what to do.
@Suite struct ForeignContentTests {
  private func findings(_ name: String, _ text: String, _ settings: String = "") throws -> String {
    var files = cleanSite
    files["blog/\(name).md"] = text
    files["site.yaml", default: ""] += settings
    return try EditorialTests.findings(in: files)
  }

  @Test(arguments: [
    ("+++\ntitle = \"A\"\n+++\n\nText.\n", "TOML"),
    (";;;\n{\"title\": \"A\"}\n;;;\n\nText.\n", "JSON"),
    ("{\n\"title\": \"A\"\n}\n\nText.\n", "JSON"),
  ])
  func frontMatterOfOtherGeneratorsIsNamed(text: String, form: String) throws {
    #expect(
      try findings("2021-11-01-a", text)
        == "S08 error blog/2021-11-01-a.md:1:1 -: front matter is YAML between two lines '---';"
        + " this is \(form), which is not read")
  }

  @Test(arguments: [
    (
      "title: One: two",
      "2:11 -: not valid YAML: mapping values are not allowed in this context; put a value that"
        + " holds ': ' in quotation marks"
    ),
    (
      "title: \"One",
      "3:1 -: not valid YAML: found unexpected end of stream; close the quotation marks that are"
        + " open"
    ),
    (
      "tags:\n\t- one",
      "3:1 -: not valid YAML: found character that cannot start any token; indent with spaces, not"
        + " with tabs"
    ),
    (
      "title: @home",
      "2:8 -: not valid YAML: found character that cannot start any token; put a value that begins"
        + " with such a mark in quotation marks"
    ),
  ])
  func whatYAMLForbidsIsExplained(line: String, expected: String) throws {
    #expect(
      try findings("2021-11-01-a", "---\n\(line)\n---\n\nText.\n")
        == "S08 error blog/2021-11-01-a.md:\(expected)")
  }

  @Test func aPostWithoutDateIsToldBothWaysToGiveOne() throws {
    #expect(
      try findings("sprint-12", "---\ntitle: Sprint 12\n---\n\nText.\n")
        == "S02 error blog/sprint-12.md:2:1 sprint-12: a blog post has a date; give it in 'date', or"
        + " begin the file's name with it, as in 2021-09-15-two-events.md")
  }

  @Test func authorsAreIDsAndNotRecords() throws {
    #expect(
      try findings(
        "2021-11-01-a", "---\ntitle: A\nauthors:\n  - name: Jo Smith\n---\n\nText.\n")
        == "S03 error blog/2021-11-01-a.md:4:5 2021-11-01-a: 'authors' must be the id of a person or"
        + " organisation, such as jane-crowe, not named values")
  }

  /// The words of the first paragraph stand in for a summary; they are read once.
  @Test func aSummaryTakenFromTheTextIsNotReadTwice() throws {
    #expect(
      try findings("2021-11-01-a", "---\ntitle: A\n---\n\nWe used the XYZ.\n")
        == "G01 warning blog/2021-11-01-a.md:5:13 XYZ: abbreviation is not in the glossary; add 'XYZ'"
        + " to glossary.yaml, or write it out")
  }

  @Test(arguments: [
    ("<script src=\"https://cdn.example.net/a.js\"></script>", "script", "cdn.example.net"),
    ("<iframe src='//video.example.net/1'></iframe>", "iframe", "video.example.net"),
    ("<link href=https://fonts.example.net/a.css>", "link", "fonts.example.net"),
  ])
  func whatRawHTMLLoadsFromElsewhereIsFound(
    markup: String, element: String, host: String
  ) throws {
    #expect(
      try findings("2021-11-01-a", "---\ntitle: A\n---\n\nText.\n\n\(markup)\n", "html: allow\n")
        == "V02 error blog/2021-11-01-a.md:7:1 2021-11-01-a: this <\(element)> loads from \(host),"
        + " which the privacy page does not name; say there what is loaded and why, or take it out")
  }

  @Test(arguments: [
    "<script src=\"/files/a.js\"></script>",
    "<script src=\"https://notes.example.org/files/a.js\"></script>",
    "<script>let a = 1</script>",
  ])
  func whatRawHTMLLoadsFromTheSiteIsFine(markup: String) throws {
    #expect(
      try findings("2021-11-01-a", "---\ntitle: A\n---\n\nText.\n\n\(markup)\n", "html: allow\n")
        == "")
  }

  @Test func whatThePrivacyPageNamesIsFine() throws {
    var files = cleanSite
    files["site.yaml", default: ""] += "html: allow\n"
    files["blog/2021-11-01-a.md"] =
      "---\ntitle: A\n---\n\nText.\n\n<script src=\"https://cdn.example.net/a.js\"></script>\n"
    files["pages/privacy.md", default: ""] += "\nPages load a script from cdn.example.net.\n"
    #expect(try EditorialTests.findings(in: files) == "")
  }
}
