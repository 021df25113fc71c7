import Testing

/// What the rules on people find when one thing is wrong.
@Suite struct PeopleRuleTests {
  @Test(arguments: [
    RuleCase(
      "no sponsor",
      [
        .replace(
          "projects/sharing.md", "sponsors: [ann-lee]",
          "sponsors: []")
      ],
      finds: """
        P01 error projects/sharing.md:6:1 sharing: active project has no sponsor; name one in 'sponsors'
        """),
    RuleCase(
      "no analysts",
      [
        .replace(
          "projects/sharing.md", "analysts: [bob-marsh]",
          """
          analysts:
            - person: bob-marsh
              to: 2021-08
          """)
      ],
      finds: """
        P02 warning projects/sharing.md:7:1 sharing: active project has no analysts; name them in 'analysts'
        """),
    RuleCase(
      "neither question nor aim",
      [
        .replace(
          "projects/sharing.md",
          """
          question: Which data would help victims sooner?

          """,
          "")
      ],
      finds: """
        P03 warning projects/sharing.md:3:1 sharing: no question or aim; say in 'question' or 'aim' what the project is for
        """),
    RuleCase(
      "a misspelt name",
      [
        .replace(
          "sprints/2021-10/updates/sharing.md", "None this sprint.",
          """
          More time with Bob
          Marhs.
          """)
      ],
      finds: """
        P04 warning sprints/2021-10/updates/sharing.md:22:16 Bob Marhs: nobody in people.yaml is 'Bob Marhs' (did you mean 'Bob Marsh'?)
        """),
    RuleCase(
      "a name that is withheld",
      [
        .replace(
          "people.yaml",
          """
            name: Bob Marsh

          """,
          """
            name: Bob Marsh
            publish: false

          """),
        .replace(
          "blog/2021-10-06-first-data.md", "More is",
          "Bob Marsh’s chart is"),
      ],
      finds: """
        P05 error blog/2021-10-06-first-data.md:8:66 bob-marsh: bob-marsh is marked 'publish: false', so the name cannot stand in the text
        """),
    RuleCase(
      "someone never referred to",
      [
        .replace(
          "people.yaml",
          """
            name: Bob Marsh

          """,
          """
            name: Bob Marsh
          - id: cy-old
            name: Cy Old

          """)
      ],
      finds: """
        P06 info people.yaml:5:7 cy-old: Cy Old is on the register, and nothing refers to them
        """),
    RuleCase(
      "a body never referred to",
      [
        .replace(
          "projects/sharing.md", "partners: [police]",
          "partners: []"),
        .replace(
          "sprints/2021-09/updates/sharing.md", "County Police",
          "the county's police"),
        .replace(
          "blog/2021-10-06-first-data.md", "County Police",
          "The police"),
      ],
      finds: """
        P06 info organisations.yaml:4:7 police: County Police is on the register, and nothing refers to it
        """),
  ])
  func people(_ rule: RuleCase) throws { try rule.check() }
}
