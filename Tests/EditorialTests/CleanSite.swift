import GregorianCalendar

/// A small site in which nothing is wrong, for tests that put one thing wrong in it.
let cleanSite: [String: String] = [
  "site.yaml": """
  name: Notes
  base-url: https://notes.example.org/
  contact:
    email: team@example.org
  licence: Open Government Licence v3.0
  accessibility-statement: /accessibility/
  privacy-page: /privacy/
  house-style:
    - [LinkedIn, Linked In]
  well-known: [NHS]

  """,
  "lifecycle.yaml": """
  stages:
    - id: scoping
      number: 1
      name: Scoping
      parts:
        - id: governance
          name: Governance
    - id: analysis
      number: 2
      name: Analysis
    - id: delivery
      number: 3
      name: Delivery

  """,
  "people.yaml": """
  - id: ann-lee
    name: Ann Lee
  - id: bob-marsh
    name: Bob Marsh

  """,
  "organisations.yaml": """
  - id: team
    name: Data Team
    kind: partnership
  - id: police
    name: County Police
    kind: police

  """,
  "glossary.yaml": """
  - group: Boards
    terms:
      - abbreviation: DEC
        full: Data Ethics Committee
  - group: Projects
    terms:
      - abbreviation: SFV
        full: Sharing for Victims
        project: sharing

  """,
  "projects/sharing.md": """
  ---
  id: sharing
  title: Sharing for Victims
  status: active
  question: Which data would help victims sooner?
  sponsors: [ann-lee]
  analysts: [bob-marsh]
  partners: [police]
  lifecycle:
    - stage: scoping
      part: governance
      from: 2021-07
      to: 2021-08
    - stage: analysis
      from: 2021-09
      to: present
  ---

  Police and health partners share data.

  """,
  "projects/streets.md": """
  ---
  id: streets
  title: Streets
  status: delivered
  ended: 2021-05
  aim: Count the street lights.
  lifecycle:
    - stage: scoping
      from: 2021-01
      to: 2021-02
    - stage: delivery
      from: 2021-03
      to: 2021-05
  ---

  """,
  "sprints/2021-09/index.md": """
  ---
  id: 2021-09
  title: Sprint notes September 2021
  period: 2021-09
  published: 2021-10-05
  reports-quarter: 2021-07/2021-09
  summary: The first data came.
  projects: [sharing]
  past-work: [streets]
  ---

  In three months, 12 posts had 300 readers, and two events had 30 attendances.

  ## Programme: what's next

  - Write the yearly report {#report due=2021-12}

  """,
  "sprints/2021-09/updates/sharing.md": """
  ---
  project: sharing
  sprint: 2021-09
  ---

  ## Done

  - The first data came from County Police, and the SFV group met to look at it.

  ## Next

  - Ask the DEC for advice {#advice due=2021-10}
  - Clean the data {#clean due=2021-11 after=advice}

  ## Needs

  - A second reader {#reader due=2021-11}

  """,
  "sprints/2021-10/index.md": """
  ---
  id: 2021-10
  title: Sprint notes October 2021
  period: 2021-10
  published: 2021-11-05
  summary: The committee gave its advice.
  projects: [sharing]
  ---

  A quiet month, with a clear answer about what may be shared and how.

  ## Since last time

  - [>] #report

  """,
  "sprints/2021-10/updates/sharing.md": """
  ---
  project: sharing
  sprint: 2021-10
  ---

  ## Since last time

  - [x] #advice
  - [>] #clean
  - [-] #reader

  ## Done

  - The DEC gave its advice, and the SFV group has begun to clean what came in September.

  ## Next

  - Show the first chart {#chart due=2021-12}

  ## Needs

  None this sprint.

  """,
  "events/2021-07-08-talk.md": """
  ---
  id: 2021-07-08-talk
  title: Talk about maps
  kind: network
  series: talks
  number-in-year: 1
  date: 2021-07-08
  organiser: team
  attendance: 10
  ---

  """,
  "events/2021-09-08-talk.md": """
  ---
  id: 2021-09-08-talk
  title: Talk about charts
  kind: network
  series: talks
  number-in-year: 2
  date: 2021-09-08
  organiser: team
  attendance: 20
  speakers:
    - person: ann-lee
  ---

  Twenty people came.

  """,
  "impact/2021-09-lamps.md": """
  ---
  id: 2021-09-lamps
  title: Lamps where they are needed
  sprint: 2021-09
  level: outcome
  evidence: [streets]
  ---

  The county moved forty lamps.

  """,
  "metrics/definitions.yaml": """
  - id: blog.posts
    name: Blog posts
    channel: blog
    level: output
    unit: posts
    additive: true
    since: 2021-04
  - id: blog.readers
    name: Readers of the blog
    channel: blog
    level: outtake
    unit: people
    additive: false
  - id: talks.attendance
    name: Attendances at talks
    channel: talks
    level: outtake
    unit: attendances
    additive: true
    derived: sum(events.attendance)
  - id: talks.count
    name: Talks held
    channel: talks
    level: output
    unit: events
    additive: true
    derived: count(events)

  """,
  "metrics/observations.csv": """
  metric,period,value,qualifier,item,edition,note
  blog.posts,2021-07,3,exact,,2021-09,
  blog.posts,2021-08,4,exact,,2021-09,
  blog.posts,2021-09,5,exact,,2021-09,
  blog.posts,2021-07/2021-09,12,exact,,2021-09,
  blog.readers,2021-07/2021-09,300,exact,,2021-09,
  talks.attendance,2021-07/2021-09,30,exact,,2021-09,
  talks.count,2021-07/2021-09,2,exact,,2021-09,

  """,
  "metrics/comparisons.csv": """
  metric,period,against,against-label,change,unit,edition,note
  blog.readers,2021-07/2021-09,2021-04/2021-06,April to June 2021,50,percent,2021-09,

  """,
  "blog/2021-10-06-first-data.md": """
  ---
  title: The first data
  date: 2021-10-06
  authors: [team]
  summary: What came and what it is for.
  ---

  The data came from [County Police](https://police.example.org/). More is to come by 1 December 2021.

  ![Lorries on a bridge](https://notes.example.org/files/bridge.png)

  | Month | Posts |
  | --- | --- |
  | July | 3 |

  """,
  "pages/accessibility.md": """
  ---
  id: accessibility
  title: Accessibility
  ---

  Every page can be read with a keyboard.

  """,
  "pages/privacy.md": """
  ---
  id: privacy
  title: Privacy
  ---

  Nothing is collected. Write to [the team](mailto:team@example.org).

  """,
]
