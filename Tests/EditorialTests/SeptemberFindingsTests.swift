import Testing

/// The findings of the edition of September 2021, and how single edits of it change them.
@Suite struct SeptemberFindingsTests {
  @Test func theEditionHasItsKnownFindings() throws {
    #expect(
      try findings(in: repositoryContent()) == """
        E03 info events/2021-09-01-show-and-share.md:7:7 2021-09-01-show-and-share: organised by ecda, hosted by essex-police; the stated totals do not say which they count
        E04 info events/2021-09-23-bpote.md:6:17 2021-09-23-bpote: says number 3 in 2021; it is number 1 of those on file
        G02 info glossary.yaml:7:21 SETDAB: 'SETDAB' is in the glossary, and not used in 2021-09
        G02 info glossary.yaml:12:21 EWMHS: 'EWMHS' is in the glossary, and not used in 2021-09
        G02 info glossary.yaml:14:21 EPUT: 'EPUT' is in the glossary, and not used in 2021-09
        G02 info glossary.yaml:16:21 NELFT: 'NELFT' is in the glossary, and not used in 2021-09
        G02 info glossary.yaml:23:21 ISTV: 'ISTV' is in the glossary, and not used in 2021-09
        M02 warning metrics/comparisons.csv:2:1 social.followers: a change is stated but no value for either period; add an observation of social.followers
        M03 warning metrics/comparisons.csv:2:1 social.followers: no period to compare with; printed label "Q1 2020" has more than one reading; fill 'against' with months such as 2020-07/2020-09
        M02 warning metrics/comparisons.csv:3:1 sprint-notes.click-throughs: a change is stated but no value for either period; add an observation of sprint-notes.click-throughs
        M03 warning metrics/comparisons.csv:3:1 sprint-notes.click-throughs: no period to compare with; printed label "three months"; fill 'against' with months such as 2020-07/2020-09
        M04 warning metrics/comparisons.csv:3:1 sprint-notes.click-throughs: the change is measured from 2021-06, but there is nothing to count before 2021-07
        M05 info metrics/observations.csv:8:18 newsletter.reads 2021-09: no value for 2021-09, a month inside the quarter reported; add the figure, or 0 with a note
        E02 warning metrics/observations.csv:10:32 network.events 2021-07/2021-09: stated 3, the 2 events on file give 2; difference 1
        E01 warning metrics/observations.csv:11:36 network.attendance 2021-07/2021-09: stated 145, the 2 events on file give 98; difference 47
        L03 info projects/domestic-abuse.md:24:11 domestic-abuse: data-prep begins in 2021-02, the month exploration ends
        L03 info projects/domestic-abuse.md:30:11 domestic-abuse: delivery begins in 2021-07, the month analysis ends
        L12 info projects/homelessness.md:4:9 homelessness: closed project has no lifecycle; add the stages that are known
        P03 warning projects/istv.md:3:1 istv: no question or aim; say in 'question' or 'aim' what the project is for
        P01 error projects/istv.md:6:1 istv: active project has no sponsor; name one in 'sponsors'
        P02 warning projects/istv.md:7:1 istv: active project has no analysts; name them in 'analysts'
        L03 info projects/istv.md:15:11 istv: exploration begins in 2021-04, the month commissioning ends
        L12 info projects/mental-health-crisis.md:4:9 mental-health-crisis: delivered project has no lifecycle; add the stages that are known
        L03 info projects/mental-health-transitions.md:13:11 mental-health-transitions: exploration begins in 2021-07, the month commissioning ends
        L04 warning projects/nee-vulnerabilities.md:14:11 nee-vulnerabilities: 4 months between commissioning (ends 2021-01) and exploration (begins 2021-06): February to May 2021
        L12 info projects/physical-inactivity.md:4:9 physical-inactivity: delivered project has no lifecycle; add the stages that are known
        L12 info projects/societal-impact-1.md:4:9 societal-impact-1: delivered project has no lifecycle; add the stages that are known
        L12 info projects/societal-impact-2.md:4:9 societal-impact-2: delivered project has no lifecycle; add the stages that are known
        B04 warning site.yaml:2:1 licence: no licence; add 'licence' to site.yaml
        D01 warning sprints/2021-09/index.md:3:1 2021-09: no publication date; add 'published' with a day such as 2021-10-05
        D03 info sprints/2021-09/index.md:5:16 2021-09: stated as "the past four weeks" (28 days); 2021-09 has 30 days
        T01 info sprints/2021-09/index.md:45:32 HM Revenue Customs: house style is "HM Revenue & Customs", not "HM Revenue Customs"
        G01 warning sprints/2021-09/updates/domestic-abuse.md:10:46 DA: abbreviation is not in the glossary; add 'DA' to glossary.yaml, or write it out
        G01 warning sprints/2021-09/updates/istv.md:10:7 ISP: abbreviation is not in the glossary; add 'ISP' to glossary.yaml, or write it out
        G01 warning sprints/2021-09/updates/istv.md:10:11 DPIA: abbreviation is not in the glossary; add 'DPIA' to glossary.yaml, or write it out
        D02 warning sprints/2021-09/updates/istv.md:15:10 istv: relative date "end of the month" with no due date; add '{due=...}' with a month or day
        G01 warning sprints/2021-09/updates/istv.md:16:31 DPO: abbreviation is not in the glossary; add 'DPO' to glossary.yaml, or write it out
        G01 warning sprints/2021-09/updates/mental-health-transitions.md:10:18 ICO: abbreviation is not in the glossary; add 'ICO' to glossary.yaml, or write it out
        U04 warning sprints/2021-09/updates/mental-health-transitions.md:17:1 mental-health-transitions: section "needs" is empty; "None this sprint" is enough to say so
        """)
  }

  /// A step that is written again has an id that another has, and the other has no outcome.
  private static let everyCopiedStep = """
    + N01 warning sprints/2021-10/index.md programme-declaration-draft
    + N01 warning sprints/2021-10/index.md programme-diagnostic
    + N01 warning sprints/2021-10/index.md programme-introductions
    + N01 warning sprints/2021-10/index.md programme-ons-campus
    + N01 warning sprints/2021-10/index.md programme-pipeline
    + N01 warning sprints/2021-10/index.md programme-process-docs
    + N01 warning sprints/2021-10/index.md programme-senior-leaders
    + N01 warning sprints/2021-10/index.md programme-years-4-6
    + N01 warning sprints/2021-10/updates/domestic-abuse.md da-cloudwick-review
    + N01 warning sprints/2021-10/updates/domestic-abuse.md da-evaluation
    + N01 warning sprints/2021-10/updates/domestic-abuse.md da-insight-to-action
    + N01 warning sprints/2021-10/updates/domestic-abuse.md da-methods-paper
    + N01 warning sprints/2021-10/updates/istv.md istv-analysis-group
    + N01 warning sprints/2021-10/updates/istv.md istv-data-spec
    + N01 warning sprints/2021-10/updates/istv.md istv-dec-papers
    + N01 warning sprints/2021-10/updates/istv.md istv-framework-dec
    + N01 warning sprints/2021-10/updates/istv.md istv-framework-omb
    + N01 warning sprints/2021-10/updates/istv.md istv-police-dpia
    + N01 warning sprints/2021-10/updates/mental-health-transitions.md mht-ethical-framework
    + N01 warning sprints/2021-10/updates/mental-health-transitions.md mht-ig-paperwork
    + N01 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-discovery-templates
    + N01 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-dummy-data
    + N01 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-ig-leads
    + N01 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-ig-paperwork
    + N01 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-sftp
    + S04 error sprints/2021-10/index.md programme-declaration-draft
    + S04 error sprints/2021-10/index.md programme-diagnostic
    + S04 error sprints/2021-10/index.md programme-introductions
    + S04 error sprints/2021-10/index.md programme-ons-campus
    + S04 error sprints/2021-10/index.md programme-pipeline
    + S04 error sprints/2021-10/index.md programme-process-docs
    + S04 error sprints/2021-10/index.md programme-senior-leaders
    + S04 error sprints/2021-10/index.md programme-years-4-6
    + S04 error sprints/2021-10/updates/domestic-abuse.md da-cloudwick-review
    + S04 error sprints/2021-10/updates/domestic-abuse.md da-evaluation
    + S04 error sprints/2021-10/updates/domestic-abuse.md da-insight-to-action
    + S04 error sprints/2021-10/updates/domestic-abuse.md da-methods-paper
    + S04 error sprints/2021-10/updates/istv.md istv-analysis-group
    + S04 error sprints/2021-10/updates/istv.md istv-data-spec
    + S04 error sprints/2021-10/updates/istv.md istv-dec-papers
    + S04 error sprints/2021-10/updates/istv.md istv-framework-dec
    + S04 error sprints/2021-10/updates/istv.md istv-framework-omb
    + S04 error sprints/2021-10/updates/istv.md istv-police-dpia
    + S04 error sprints/2021-10/updates/mental-health-transitions.md mht-ethical-framework
    + S04 error sprints/2021-10/updates/mental-health-transitions.md mht-ig-paperwork
    + S04 error sprints/2021-10/updates/nee-vulnerabilities.md nee-discovery-templates
    + S04 error sprints/2021-10/updates/nee-vulnerabilities.md nee-dummy-data
    + S04 error sprints/2021-10/updates/nee-vulnerabilities.md nee-ig-leads
    + S04 error sprints/2021-10/updates/nee-vulnerabilities.md nee-ig-paperwork
    + S04 error sprints/2021-10/updates/nee-vulnerabilities.md nee-sftp
    """

  /// An edition of this repository with its updates under another name, changed there or not.
  private static func copied(
    _ old: String, to new: String, changing: Bool = false
  ) -> [Edit] {
    let files = (try? repositoryContent()) ?? [:]
    return files.filter { $0.key.hasPrefix("sprints/\(old)/") }.sorted { $0.key < $1.key }.map {
      let text = $0.value.replacing("reports-quarter: 2021-07/2021-09\n", with: "")
      return .add(
        $0.key.replacing(old, with: new), changing ? text.replacing(old, with: new) : text)
    }
  }

  @Test(arguments: [
    RuleCase(
      "another attendance",
      [
        .replace(
          "events/2021-09-01-show-and-share.md", "attendance: 32",
          "attendance: 79")
      ],
      finds: """
        - E01 warning metrics/observations.csv network.attendance 2021-07/2021-09
        """),
    RuleCase(
      "the missing event is added",
      [
        .add(
          "events/2021-07-14-show-and-share.md",
          """
          ---
          title: Show and Share on mapping
          kind: show-and-share
          date: 2021-07-14
          organiser: ecda
          attendance: 47
          ---

          """)
      ],
      finds: """
        - E01 warning metrics/observations.csv network.attendance 2021-07/2021-09
        - E02 warning metrics/observations.csv network.events 2021-07/2021-09
        """),
    RuleCase(
      "the gap is closed",
      [
        .replace(
          "projects/nee-vulnerabilities.md", "to: 2021-01",
          "to: 2021-05")
      ],
      finds: """
        - L04 warning projects/nee-vulnerabilities.md nee-vulnerabilities
        """),
    RuleCase(
      "a stage moves into the one before",
      [
        .replace(
          "projects/istv.md", "from: 2021-04",
          "from: 2021-03")
      ],
      finds: """
        - L03 info projects/istv.md istv
        + L02 error projects/istv.md istv
        + L10 warning projects/istv.md istv
        """),
    RuleCase(
      "a stage moves on by two months",
      [
        .replace(
          "projects/istv.md", "from: 2021-04",
          "from: 2021-06")
      ],
      finds: """
        - L03 info projects/istv.md istv
        + L04 warning projects/istv.md istv
        """),
    RuleCase(
      "a date after the edition",
      [
        .replace(
          "projects/mental-health-transitions.md",
          """
          from: 2021-07
              to: present
          """,
          """
          from: 2021-10
              to: present
          """)
      ],
      finds: """
        - L03 info projects/mental-health-transitions.md mental-health-transitions
        + L04 warning projects/mental-health-transitions.md mental-health-transitions
        + L09 warning projects/mental-health-transitions.md mental-health-transitions
        """),
    RuleCase(
      "an update is removed",
      [.remove("sprints/2021-09/updates/nee-vulnerabilities.md")],
      finds: """
        + G02 info glossary.yaml SFTP
        + U01 error sprints/2021-09/index.md nee-vulnerabilities
        """),
    RuleCase(
      "a person is misspelt in the text",
      [
        .replace(
          "sprints/2021-09/updates/istv.md", "Jen Housego led",
          "Jen Housgo led")
      ],
      finds: """
        + P04 warning sprints/2021-09/updates/istv.md Jen Housgo
        """),
    RuleCase(
      "a person is misspelt in a list",
      [
        .replace(
          "projects/domestic-abuse.md", "- dan-youngman",
          "- dan-youngmen")
      ],
      finds: """
        + P06 info people.yaml dan-youngman
        + R01 error projects/domestic-abuse.md domestic-abuse
        """),
    RuleCase(
      "a key is wrong",
      [
        .replace(
          "projects/domestic-abuse.md", "aim: Find",
          "aims: Find")
      ],
      finds: """
        + P03 warning projects/domestic-abuse.md domestic-abuse
        + S01 error projects/domestic-abuse.md domestic-abuse
        """),
    RuleCase(
      "a glossary term is deleted",
      [
        .replace(
          "glossary.yaml",
          """
              - abbreviation: SFTP
                full: Secure File Transfer Protocol

          """,
          "")
      ],
      finds: """
        + G01 warning sprints/2021-09/updates/nee-vulnerabilities.md SFTP
        """),
    RuleCase(
      "an unused term is deleted",
      [
        .replace(
          "glossary.yaml",
          """
              - abbreviation: EPUT
                full: Essex Partnership University Trust

          """,
          "")
      ],
      finds: """
        - G02 info glossary.yaml EPUT
        """),
    RuleCase(
      "a project is closed and goes on",
      [
        .replace(
          "projects/domestic-abuse.md", "status: active",
          """
          status: closed
          ended: 2021-10
          """)
      ],
      finds: """
        + L07 error projects/domestic-abuse.md domestic-abuse
        """),
    RuleCase(
      "a closed project has a stage that goes on",
      [
        .replace(
          "projects/homelessness.md", "sponsors: []",
          """
          sponsors: []
          lifecycle:
            - stage: delivery
              from: 2021-01
              to: present
          """)
      ],
      finds: """
        - L12 info projects/homelessness.md homelessness
        + L07 error projects/homelessness.md homelessness
        """),
    RuleCase(
      "a sponsor is named",
      [
        .replace(
          "projects/istv.md", "sponsors: []",
          "sponsors: [jane-gardner]")
      ],
      finds: """
        - P01 error projects/istv.md istv
        """),
    RuleCase(
      "the day of publication is given",
      [
        .replace(
          "sprints/2021-09/index.md", "stated-period:",
          """
          published: 2021-10-05
          stated-period:
          """)
      ],
      finds: """
        - D01 warning sprints/2021-09/index.md 2021-09
        """),
    RuleCase(
      "a due date is given",
      [
        .replace(
          "sprints/2021-09/updates/istv.md", "after=istv-framework-omb}",
          "after=istv-framework-omb due=2021-10}")
      ],
      finds: """
        - D02 warning sprints/2021-09/updates/istv.md istv
        """),
    RuleCase(
      "the empty section is filled",
      [
        .replace(
          "sprints/2021-09/updates/mental-health-transitions.md",
          """
          ## Needs

          """,
          """
          ## Needs

          None this sprint.

          """)
      ],
      finds: """
        - U04 warning sprints/2021-09/updates/mental-health-transitions.md mental-health-transitions
        """),
    RuleCase(
      "the missing month is given",
      [
        .replace(
          "metrics/observations.csv", "network.events,2021-09,2",
          """
          newsletter.reads,2021-09,0,exact,,2021-09,None sent
          network.events,2021-09,2
          """)
      ],
      finds: """
        - M05 info metrics/observations.csv newsletter.reads 2021-09
        """),
    RuleCase(
      "a comparison gets its values",
      [
        .replace(
          "metrics/observations.csv", "network.events,2021-09,2",
          """
          social.followers,2021-07/2021-09,1700,exact,,2021-09,
          network.events,2021-09,2
          """),
        .replace(
          "metrics/comparisons.csv", "2021-07/2021-09,,Q1 2020",
          "2021-07/2021-09,2020-07/2020-09,July to September 2020"),
      ],
      finds: """
        - M02 warning metrics/comparisons.csv social.followers
        - M03 warning metrics/comparisons.csv social.followers
        """),
    RuleCase(
      "the house style is kept",
      [
        .replace(
          "sprints/2021-09/index.md", "HM Revenue Customs",
          "HM Revenue & Customs")
      ],
      finds: """
        - T01 info sprints/2021-09/index.md HM Revenue Customs
        """),
    RuleCase(
      "the licence is given",
      [
        .replace(
          "site.yaml", "privacy-page:",
          """
          licence: Open Government Licence v3.0
          privacy-page:
          """)
      ],
      finds: """
        - B04 warning site.yaml licence
        """),
    RuleCase(
      "a heading of an update is reworded",
      [
        .replace(
          "sprints/2021-09/updates/domestic-abuse.md", "## Needs",
          "## Need")
      ],
      finds: """
        + U03 warning sprints/2021-09/updates/domestic-abuse.md domestic-abuse
        + U05 info sprints/2021-09/updates/domestic-abuse.md domestic-abuse
        """),
    RuleCase(
      "an edition is copied and its folder renamed",
      copied("2021-09", to: "2021-10"),
      finds: """
        + D01 warning sprints/2021-10/index.md 2021-10
        + D02 warning sprints/2021-10/updates/istv.md istv
        + D03 info sprints/2021-10/index.md 2021-10
        + G01 warning sprints/2021-10/updates/domestic-abuse.md DA
        + G01 warning sprints/2021-10/updates/istv.md DPIA
        + G01 warning sprints/2021-10/updates/istv.md DPO
        + G01 warning sprints/2021-10/updates/istv.md ISP
        + G01 warning sprints/2021-10/updates/mental-health-transitions.md ICO
        \(everyCopiedStep)
        + S05 error sprints/2021-10/index.md 2021-10
        + S05 error sprints/2021-10/updates/domestic-abuse.md domestic-abuse
        + S05 error sprints/2021-10/updates/istv.md istv
        + S05 error sprints/2021-10/updates/mental-health-transitions.md mental-health-transitions
        + S05 error sprints/2021-10/updates/nee-vulnerabilities.md nee-vulnerabilities
        + T01 info sprints/2021-10/index.md HM Revenue Customs
        + U04 warning sprints/2021-10/updates/mental-health-transitions.md mental-health-transitions
        + U07 warning sprints/2021-10/index.md 2021-10
        + U07 warning sprints/2021-10/updates/domestic-abuse.md domestic-abuse
        + U07 warning sprints/2021-10/updates/istv.md istv
        + U07 warning sprints/2021-10/updates/mental-health-transitions.md mental-health-transitions
        + U07 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-vulnerabilities
        + U09 info sprints/2021-10/index.md 2021-10
        """),
    RuleCase(
      "an edition is copied, and its id, period and sprint changed",
      copied("2021-09", to: "2021-10", changing: true),
      finds: """
        + D01 warning sprints/2021-10/index.md 2021-10
        + D02 warning sprints/2021-10/updates/istv.md istv
        + D03 info sprints/2021-10/index.md 2021-10
        + G01 warning sprints/2021-10/updates/domestic-abuse.md DA
        + G01 warning sprints/2021-10/updates/istv.md DPIA
        + G01 warning sprints/2021-10/updates/istv.md DPO
        + G01 warning sprints/2021-10/updates/istv.md ISP
        + G01 warning sprints/2021-10/updates/mental-health-transitions.md ICO
        + L10 warning projects/istv.md istv
        \(everyCopiedStep)
        + T01 info sprints/2021-10/index.md HM Revenue Customs
        + U04 warning sprints/2021-10/updates/mental-health-transitions.md mental-health-transitions
        + U07 warning sprints/2021-10/index.md 2021-10
        + U07 warning sprints/2021-10/updates/domestic-abuse.md domestic-abuse
        + U07 warning sprints/2021-10/updates/istv.md istv
        + U07 warning sprints/2021-10/updates/mental-health-transitions.md mental-health-transitions
        + U07 warning sprints/2021-10/updates/nee-vulnerabilities.md nee-vulnerabilities
        """),
    RuleCase(
      "the gap is waived",
      [
        .replace(
          "projects/nee-vulnerabilities.md", "sponsors:",
          """
          waive: [{rule: L04, because: The board did not meet until June.}]
          sponsors:
          """)
      ],
      finds: """
        - L04 warning projects/nee-vulnerabilities.md nee-vulnerabilities
        """),
  ])
  func anEditChangesTheFindings(_ edit: RuleCase) throws {
    try edit.checkChange(of: repositoryContent())
  }
}
