import Testing

/// What published editions showed, against what the files say now: L11 and M07.
@Suite struct MemoryRuleTests {
  /// What the clean site's edition of September shows, as it would have been kept.
  private static let record = """
    {
      "format": "gazette-edition-1",
      "id": "2021-09",
      "title": "Sprint notes September 2021",
      "projects": [
        {"id": "sharing", "title": "Sharing", "status": "active", "ended": null, "stages": [
          {"stage": "scoping", "part": "governance", "from": "2021-07", "to": "2021-08"},
          {"stage": "analysis", "part": null, "from": "2021-09", "to": "present"}
        ]}
      ],
      "figures": [
        {"metric": "blog.readers", "period": "2021-07/2021-09", "item": null, "value": 300,
         "qualifier": "exact", "unit": "people"}
      ]
    }
    """

  private func findings(_ edits: Edit...) throws -> String {
    var files = cleanSite
    files["sprints/2021-09/published.json"] = Self.record
    for edit in edits { try edit.apply(to: &files) }
    return try EditorialTests.findings(in: files)
  }

  @Test func aSiteThatSaysWhatItSaidHasNoFindings() throws { #expect(try findings() == "") }

  @Test func noRecordIsNoNews() throws {
    #expect(try findings(.remove("sprints/2021-09/published.json")) == "")
  }

  @Test func aChangedDateAndAChangedValueAreFound() throws {
    #expect(
      try findings(
        .replace("projects/sharing.md", "from: 2021-07", "from: 2021-06"),
        .replace(
          "metrics/observations.csv", "blog.readers,2021-07/2021-09,300",
          "blog.readers,2021-07/2021-09,310"),
        .replace("sprints/2021-09/index.md", "300 readers", "310 readers")) == """
          M07 warning metrics/observations.csv:6:30 blog.readers 2021-07/2021-09: 2021-09 stated 300, the file now says 310; add a correction to the edition, then 'gazette remember 2021-09'
          L11 warning projects/sharing.md:12:11 sharing: 2021-09 showed scoping from 2021-07 to 2021-08, the file now says 2021-06 to 2021-08; add a correction to the edition, then 'gazette remember 2021-09'
          """)
  }

  @Test func aStageThatGoesOnAfterTheEditionIsNoChange() throws {
    #expect(
      try findings(
        .replace(
          "projects/sharing.md", "from: 2021-09\n    to: present",
          "from: 2021-09\n    to: 2021-10\n  - stage: delivery\n    from: 2021-11\n    to: present")
      ).split(separator: "\n").filter { $0.hasPrefix("L11") } == [])
  }

  @Test func anEndSetBackIntoTheEditionIsAChange() throws {
    #expect(
      try findings(
        .replace(
          "projects/sharing.md", "from: 2021-09\n    to: present",
          "from: 2021-09\n    to: 2021-09\n  - stage: delivery\n    from: 2021-10\n    to: present")
      ).split(separator: "\n").filter { $0.hasPrefix("L11") } == [
        "L11 warning projects/sharing.md:15:11 sharing: 2021-09 showed analysis from 2021-09 to"
          + " present, the file now says 2021-09 to 2021-09; add a correction to the edition, then"
          + " 'gazette remember 2021-09'"
      ])
  }

  @Test func aRemovedStageIsAChange() throws {
    #expect(
      try findings(
        .replace(
          "projects/sharing.md",
          "  - stage: scoping\n    part: governance\n    from: 2021-07\n    to: 2021-08\n", "")
      ).split(separator: "\n").filter { $0.hasPrefix("L11") } == [
        "L11 warning projects/sharing.md:9:1 sharing: 2021-09 showed scoping from 2021-07 to"
          + " 2021-08, the file now says nothing; add a correction to the edition, then 'gazette"
          + " remember 2021-09'"
      ])
  }

  @Test(arguments: [
    ("blog.readers,2021-07/2021-09,300,exact", "blog.readers,2021-07/2021-09,300,about"),
    ("blog.readers,2021-07/2021-09,300,exact,,2021-09,", ""),
  ])
  func aChangedQualifierAndARemovedValueAreChanges(old: String, new: String) throws {
    let found = try findings(.replace("metrics/observations.csv", old, new))
    let value = new.isEmpty ? "nothing" : "about 300"
    #expect(
      found.split(separator: "\n").filter { $0.hasPrefix("M07") }.map {
        $0.split(separator: ": ")[1]
      }
        == [
          "2021-09 stated 300, the file now says \(value); add a correction to the edition, then"
            + " 'gazette remember 2021-09'"
        ])
  }

  @Test func aValueThatALaterEditionStatesAnewIsNoChange() throws {
    #expect(
      try findings(
        .replace(
          "metrics/observations.csv", "blog.readers,2021-07/2021-09,300,exact,,2021-09,",
          "blog.readers,2021-07/2021-09,305,exact,,2021-10,\n"
            + "blog.readers,2021-07/2021-09,300,exact,,2021-09,")
      ).split(separator: "\n").filter { $0.hasPrefix("M07") } == [])
  }

  /// Damaged and hostile records are told of at their place, and nothing is made of them.
  @Test(arguments: [
    (
      "{\"format\": \"gazette-edition-9\", \"unheard\": [1, 2]}",
      "S07 warning sprints/2021-09/published.json:1:12 2021-09: a record of the format"
        + " 'gazette-edition-9' is not read; write it anew with 'gazette remember 2021-09'"
    ),
    (
      "{\"format\": \"gazette-edition-1\", \"projects\": 7}",
      "S03 error sprints/2021-09/published.json:1:45 2021-09: 'projects' must be a list, not text"
    ),
    (
      "{\"format\": \"gazette-edition-1\", \"figures\": [{\"metric\": \"../x\"}]}",
      """
      S02 error sprints/2021-09/published.json:1:45 2021-09: a figure shown has no 'period', which it must have
      S02 error sprints/2021-09/published.json:1:45 2021-09: a figure shown has no 'value', which it must have
      S03 error sprints/2021-09/published.json:1:56 2021-09: an id is lower-case letters, digits and hyphens, not '../x'; write 'x'
      """
    ),
    (
      "{\"format\": ",
      "S08 error sprints/2021-09/published.json:1:12 -: not valid YAML: did not find expected node"
        + " content"
    ),
    (
      "",
      "S02 error sprints/2021-09/published.json:1:1 2021-09: a published edition has no 'format',"
        + " which it must have"
    ),
    (
      String(repeating: "[", count: 300),
      "S08 error sprints/2021-09/published.json:1:65 -: YAML nested deeper than 64 levels is not"
        + " read"
    ),
    (
      "{\u{1}}",
      "S08 error sprints/2021-09/published.json:1:2 -: not valid YAML: control characters are not"
        + " allowed"
    ),
  ])
  func damagedRecordsAreTold(record: String, expected: String) throws {
    let found = try findings(.add("sprints/2021-09/published.json", record))
    #expect(found == expected)
  }
}
