import Content
import Editorial
import GregorianCalendar
import Testing

/// What holds for all rules together.
@Suite struct CheckerTests {
  @Test func nothingIsFoundInACleanSite() throws {
    #expect(try findings(in: cleanSite) == "")
  }

  @Test func everyRuleHasOneEntryInTheCatalogue() {
    let listed = RuleCatalogue.families.flatMap(\.entries).map(\.rule.id)
    #expect(listed.sorted() == Rule.allCases.map(\.id).sorted())
  }

  @Test func anEditionOfAFortnightIsNotMeasuredByMonths() throws {
    var files = cleanSite
    files["sprints/2021-w44/index.md"] = """
      ---
      title: The first fortnight of November 2021
      period: 2021-11
      published: 2021-11-15
      stated-period: the past two weeks
      summary: What moved.
      ---

      Something new happened, which was worth a line or two of its own.
      """
    #expect(try findings(in: files).split(separator: "\n").filter { $0.hasPrefix("D") } == [])
    files["sprints/2021-11/index.md"] = files.removeValue(forKey: "sprints/2021-w44/index.md")
    #expect(
      try findings(in: files).split(separator: "\n").filter { $0.hasPrefix("D") } == [
        "D03 info sprints/2021-11/index.md:5:16 2021-11: stated as \"the past two weeks\" (14 days);"
          + " 2021-11 has 30 days"
      ])
  }

  @Test func aStepCarriedThreeTimesIsReportedOnce() throws {
    var files = cleanSite
    for (before, id) in [("2021-10", "2021-11"), ("2021-11", "2021-12")] {
      let index = try #require(files["sprints/\(before)/index.md"])
      files["sprints/\(id)/index.md"] = """
        ---
        title: Sprint notes \(id)
        period: \(id)
        published: 2021-11-05
        summary: A month of \(id).
        ---

        Something new happened in \(id), which was worth a line or two of its own.

        ## Since last time

        - [>] #report
        """
      #expect(index.contains("[>] #report"))
    }
    #expect(
      try findings(in: files).split(separator: "\n").filter { $0.hasPrefix("N03") } == [
        "N03 warning sprints/2021-09/index.md:16:1 report: 'report' has been carried 3 times; do it,"
          + " change it or drop it"
      ])
  }
}
