import GregorianCalendar
import Testing

/// What the rules on words, dates, access, publishing and privacy find when one thing is wrong.
@Suite struct TextRuleTests {
  @Test(arguments: [
    RuleCase(
      "an abbreviation of no glossary",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          "The DPIA and two DPIAs are to come")
      ],
      finds: """
        G01 warning blog/2021-10-06-first-data.md:8:70 DPIA: abbreviation is not in the glossary; add 'DPIA' to glossary.yaml, or write it out
        """),
    RuleCase(
      "a term that is not used",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md", "The DEC gave",
          "The board gave")
      ],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        """),
    RuleCase(
      "two expansions",
      [
        .replace(
          "glossary.yaml", "- group: Projects",
          """
              - abbreviation: DEC
                full: Digital Essex Committee
          - group: Projects
          """)
      ],
      finds: """
        G03 error glossary.yaml:5:21 DEC: an abbreviation has one expansion; 'DEC' is both "Data Ethics Committee" and "Digital Essex Committee"
        """),
    RuleCase(
      "another expansion in the text",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          "The Digital Essex Committee (DEC) says more comes")
      ],
      finds: """
        G03 error blog/2021-10-06-first-data.md:8:70 DEC: an abbreviation has one expansion; 'DEC' is "Data Ethics Committee" in the glossary and "Digital Essex Committee" here
        """),
    RuleCase(
      "an expansion after the first use, once the rule is on",
      [
        .replace(
          "site.yaml", "well-known",
          """
          rules: {G04: warning}
          well-known
          """),
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          "The DEC, or Data Ethics Committee, says more comes"),
      ],
      finds: """
        G04 warning blog/2021-10-06-first-data.md:8:70 DEC: 'DEC' is used before it is spelt out
        """),
    RuleCase(
      "a term in another group than its link",
      [
        .replace(
          "glossary.yaml",
          """
                full: Data Ethics Committee

          """,
          """
                full: Data Ethics Committee
                project: sharing

          """)
      ],
      finds: """
        G05 info glossary.yaml:3:21 DEC: a term's group fits its link; 'DEC' is under "Boards" and links to the project 'sharing'
        """),
  ])
  func glossary(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "another spelling across a line end",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is to come",
          """
          More is on Linked
          In
          """)
      ],
      finds: """
        T01 info blog/2021-10-06-first-data.md:8:77 Linked In: house style is "LinkedIn", not "Linked In"
        """),
    RuleCase(
      "dates in other forms",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "by 1 December 2021",
          """
          Jul–Sep 2021, on the 1st December, in Sept 2021 and on 01/12/2021
          """)
      ],
      finds: """
        T02 info blog/2021-10-06-first-data.md:8:82 2021-10-06-first-data: a range of months is written with "to", such as "July to September", not "Jul–Sep"
        T02 info blog/2021-10-06-first-data.md:8:103 2021-10-06-first-data: a date is written "1 September 2021", not "1st December"
        T02 info blog/2021-10-06-first-data.md:8:120 2021-10-06-first-data: the month of a date is written out, as in "1 September 2021", not "Sept 2021"
        T02 info blog/2021-10-06-first-data.md:8:137 2021-10-06-first-data: a date is written "1 September 2021", not "01/12/2021"
        """),
    RuleCase(
      "links that say nothing",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "[County Police]",
          "[Click here]"),
        .replace(
          "blog/2021-10-06-first-data.md", "More is",
          "https://example.org/report is"),
      ],
      finds: """
        T03 info blog/2021-10-06-first-data.md:8:20 2021-10-06-first-data: the words of a link make sense alone; 'Click here' does not say what it leads to
        T03 info blog/2021-10-06-first-data.md:8:63 2021-10-06-first-data: the words of a link make sense alone; 'https://example.org/report' does not say what it leads to
        """),
  ])
  func words(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "no day of publication",
      [
        .replace(
          "sprints/2021-10/index.md",
          """
          published: 2021-11-05

          """,
          "")
      ],
      finds: """
        D01 warning sprints/2021-10/index.md:3:1 2021-10: no publication date; add 'published' with a day such as 2021-10-05
        """),
    RuleCase(
      "a relative date",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md", "- Show the first chart {#chart due=2021-12}",
          """
          - Show the first chart at the end
            of the month {#chart}
          """)
      ],
      finds: """
        D02 warning sprints/2021-10/updates/sharing.md:18:31 sharing: relative date "end of the month" with no due date; add '{due=...}' with a month or day
        """),
    RuleCase(
      "a stated length that is not the period's",
      [
        .replace(
          "sprints/2021-10/index.md",
          """
          period: 2021-10

          """,
          """
          period: 2021-10
          stated-period: the past four weeks

          """)
      ],
      finds: """
        D03 info sprints/2021-10/index.md:5:16 2021-10: stated as "the past four weeks" (28 days); 2021-10 has 31 days
        """),
  ])
  func dates(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "an image without words",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "![Lorries on a bridge]",
          "![bridge.png]")
      ],
      finds: """
        A01 error blog/2021-10-06-first-data.md:10:1 2021-10-06-first-data: the alternative text 'bridge.png' is the name of a file; say what it shows, or add '{decorative}'
        """),
    RuleCase(
      "a skipped level",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "| Month",
          """
          ### Figures

          | Month
          """)
      ],
      finds: """
        A02 error blog/2021-10-06-first-data.md:12:1 2021-10-06-first-data: headings skip no level; this one is of level 3, the page's title of level 1
        """),
    RuleCase(
      "a heading of level 1",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "| Month",
          """
          # Figures

          | Month
          """)
      ],
      finds: """
        A02 error blog/2021-10-06-first-data.md:12:1 2021-10-06-first-data: a body has no heading of level 1, which is the page's title; use '##'
        """),
    RuleCase(
      "a table without heads",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "| Month | Posts |",
          "| | |")
      ],
      finds: """
        A03 error blog/2021-10-06-first-data.md:12:1 2021-10-06-first-data: a table has a header row; name the columns of this one
        """),
    RuleCase(
      "a link to a PDF",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "https://police.example.org/",
          "https://police.example.org/plan.pdf#page=2")
      ],
      finds: """
        A04 warning blog/2021-10-06-first-data.md:8:20 2021-10-06-first-data: a link to a PDF that not everyone can read; publish what it says as a page, or waive this with the page that does
        """),
    RuleCase(
      "raw HTML beyond the allowed",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is",
          "<iframe></iframe> More is")
      ],
      finds: """
        A05 error blog/2021-10-06-first-data.md:8:66 2021-10-06-first-data: element <iframe> is not allowed in raw HTML; it is shown as typed
        """),
  ])
  func access(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "no licence and no contact",
      [
        .replace(
          "site.yaml",
          """
          licence: Open Government Licence v3.0

          """,
          ""),
        .replace(
          "site.yaml",
          """
          contact:
            email: team@example.org

          """,
          ""),
      ],
      finds: """
        B04 warning site.yaml:1:1 contact: no contact; add 'contact' to site.yaml
        B04 warning site.yaml:1:1 licence: no licence; add 'licence' to site.yaml
        """),
    RuleCase(
      "a listed draft",
      [
        .replace(
          "projects/streets.md",
          """
          id: streets

          """,
          """
          id: streets
          draft: true

          """)
      ],
      finds: """
        B05 error sprints/2021-09/index.md:9:13 streets: 2021-09 is published and lists the draft 'streets'; publish that, or take it off the list
        """),
    RuleCase(
      "an update that is a draft",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md",
          """
          sprint: 2021-10

          """,
          """
          sprint: 2021-10
          draft: true

          """)
      ],
      finds: """
        G02 info glossary.yaml:3:21 DEC: 'DEC' is in the glossary, and not used in 2021-10
        G02 info glossary.yaml:7:21 SFV: 'SFV' is in the glossary, and not used in 2021-10
        N01 warning sprints/2021-10/index.md:3:1 advice: next step 'advice' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #advice'
        N01 warning sprints/2021-10/index.md:3:1 clean: next step 'clean' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #clean'
        N01 warning sprints/2021-10/index.md:3:1 reader: need 'reader' of 2021-09 has no outcome in 2021-10; say what became of it under "Since last time", such as '- [x] #reader'
        U01 error sprints/2021-10/index.md:7:12 sharing: active project sharing has no update in 2021-10; write updates/sharing.md, which may say 'nothing-to-report: true' with a reason
        B05 error sprints/2021-10/updates/sharing.md:4:1 sharing: 2021-10 is published, and this update of it is a draft; publish it
        """),
  ])
  func publishing(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "a person's mailbox and number",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "More is",
          """
          [Ann](mailto:ann.lee@example.org), 01245 430 430, says more is
          """)
      ],
      finds: """
        V01 warning blog/2021-10-06-first-data.md:8:66 2021-10-06-first-data: 'ann.lee@example.org' looks like a person's own mailbox; give the team's
        V01 warning blog/2021-10-06-first-data.md:8:101 2021-10-06-first-data: '01245 430 430' looks like a telephone number; give the team's mailbox
        """),
    RuleCase(
      "an image from elsewhere",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "https://notes.example.org/files",
          "https://pictures.example.com")
      ],
      finds: """
        V02 error blog/2021-10-06-first-data.md:10:1 2021-10-06-first-data: this image loads from pictures.example.com, which the privacy page does not name; copy it to the site
        """),
    RuleCase(
      "a link that tracks",
      [
        .replace(
          "blog/2021-10-06-first-data.md", "https://police.example.org/",
          "https://police.example.org/?a=1&utm_source=notes")
      ],
      finds: """
        V03 info blog/2021-10-06-first-data.md:8:20 2021-10-06-first-data: links carry no tracking parameters; take 'utm_source' out
        """),
  ])
  func privacy(_ rule: RuleCase) throws { try rule.check() }
}
