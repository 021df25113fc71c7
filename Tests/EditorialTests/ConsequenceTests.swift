import Testing

/// What follows from a value or a file that cannot be read is not reported besides that.
@Suite struct ConsequenceTests {
  private static let sharing = "projects/sharing.md"

  @Test(arguments: [
    RuleCase(
      "an unknown status",
      [
        .replace(sharing, "status: active", "status: actve"),
        .replace(sharing, "[ann-lee]", "[]"), .replace(sharing, "[bob-marsh]", "[]"),
      ],
      finds: """
        P06 info people.yaml:3:7 bob-marsh: Bob Marsh is on the register, and nothing refers to them
        S07 error projects/sharing.md:4:9 sharing: 'status' cannot be 'actve' (did you mean 'active'?); it is one of pipeline, active, paused, delivered, closed
        """),
    RuleCase(
      "an end that is no month", [.replace(sharing, "to: present", "to: presnt")],
      finds: """
        S03 error projects/sharing.md:16:9 sharing: 'to' must be a month such as 2021-09, or present, not 'presnt'
        """),
    RuleCase(
      "sponsors that are no list", [.replace(sharing, "[ann-lee]", "{a: b}")],
      finds: """
        S03 error projects/sharing.md:6:11 sharing: 'sponsors' must be a list of people, not named values
        """),
    RuleCase(
      "a question that is no text",
      [.replace(sharing, "Which data would help victims sooner?", "{a: b}")],
      finds: """
        S03 error projects/sharing.md:5:11 sharing: 'question' must be one line of text, not named values
        """),
    RuleCase(
      "a day that there is not",
      [.replace("sprints/2021-10/index.md", "2021-11-05", "2021-02-30")],
      finds: """
        S03 error sprints/2021-10/index.md:5:12 2021-10: 'published' must be a day such as 2021-09-01, not '2021-02-30'
        """),
    RuleCase(
      "an attendance that is no number",
      [.replace("events/2021-09-08-talk.md", "attendance: 20", "attendance: twenty")],
      finds: """
        S03 error events/2021-09-08-talk.md:9:13 2021-09-08-talk: 'attendance' must be a whole number such as 32, not 'twenty'
        """),
  ])
  func ofAValue(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "a project", [.replace(sharing, "title: Sharing", "title: [Sharing")],
      finds: """
        S08 error projects/sharing.md:4:7 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "a project without the end of its front matter",
      [.replace(sharing, "present\n---", "present\n")],
      finds: """
        S08 error projects/sharing.md:1:1 -: the front matter is not closed; end it with a line '---'
        """),
    RuleCase(
      "an edition", [.replace("sprints/2021-10/index.md", "title: ", "title: [")],
      finds: """
        S08 error sprints/2021-10/index.md:4:7 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "an update",
      [.replace("sprints/2021-10/updates/sharing.md", "project: ", "project: [")],
      finds: """
        S08 error sprints/2021-10/updates/sharing.md:3:7 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "the people", [.replace("people.yaml", "name: Ann", "name: [Ann")],
      finds: """
        S08 error people.yaml:3:5 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "the organisations", [.replace("organisations.yaml", "name: Data", "name: [Data")],
      finds: """
        S08 error organisations.yaml:3:7 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "the glossary", [.replace("glossary.yaml", "full: Data", "full: [Data")],
      finds: """
        S08 error glossary.yaml:5:8 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "the stages", [.replace("lifecycle.yaml", "id: scoping", "id: [")],
      finds: """
        S08 error lifecycle.yaml:4:9 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
    RuleCase(
      "the metrics", [.replace("metrics/definitions.yaml", "id: blog.posts", "id: [")],
      finds: """
        S08 error metrics/definitions.yaml:3:10 -: not valid YAML: did not find expected ',' or ']'; part the values of a list by commas, and close it with ']'
        """),
  ])
  func ofAFile(_ rule: RuleCase) throws { try rule.check() }

  @Test(arguments: [
    RuleCase(
      "a figure stated twice by one edition",
      [
        .replace(
          "metrics/observations.csv", "blog.readers,",
          "blog.readers,2021-07/2021-09,310,exact,,2021-09,\nblog.readers,")
      ],
      finds: """
        S04 error metrics/observations.csv:7:1 blog.readers 2021-07/2021-09: 2021-09 states 'blog.readers 2021-07/2021-09' twice; keep one of the rows
        """),
    RuleCase(
      "the id of a step given to another",
      [.replace("sprints/2021-10/updates/sharing.md", "{#chart due", "{#advice due")],
      finds: """
        S04 error sprints/2021-10/updates/sharing.md:18:1 advice: another step has the id 'advice'; give this one an id of its own, or say what became of the other under "Since last time"
        """),
    RuleCase(
      "a month that is missing from a quarter that two editions report",
      [
        .replace(
          "metrics/observations.csv", "blog.posts,2021-07/2021-09,12,exact,,2021-09,\n", ""),
        .replace("metrics/observations.csv", "blog.posts,2021-08,4,exact,,2021-09,\n", ""),
        .replace(
          "sprints/2021-10/index.md", "period: 2021-10",
          "period: 2021-10\nreports-quarter: 2021-07/2021-09"),
      ],
      finds: """
        M05 info metrics/observations.csv:3:12 blog.posts 2021-08: no value for 2021-08, a month inside the quarter reported; add the figure, or 0 with a note
        """),
  ])
  func once(_ rule: RuleCase) throws { try rule.check() }
}
