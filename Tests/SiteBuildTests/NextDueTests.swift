import Content
import Files
import Foundation
import SiteBuild
import Testing

/// When the site would next change by itself.
@Suite struct NextDueTests {
  private static let files: [String: String] = [
    "content/site.yaml":
      "name: Notes\nbase-url: https://notes.example.org/\ntimezone: Europe/London\n",
    "content/organisations.yaml": "- id: team\n  name: Team\n  kind: other\n",
    "content/projects/one.md": "---\ntitle: One\nstatus: active\nreview-by: 2021-11-10\n---\n",
    "content/sprints/2021-09/index.md":
      "---\ntitle: Notes\nperiod: 2021-09\nsummary: News.\nprojects: [one]\n---\n",
    "content/sprints/2021-09/updates/one.md":
      "## Next\n\n- Ask {#ask due=2021-10}\n- Answer {#answer due=2021-11-12}\n",
    "content/blog/2021-10-01-early.md": post("publish: 2021-10-26T09:00\nexpires: 2021-12-01"),
    "content/blog/2021-10-02-also-early.md": post("publish: 2021-10-26T08:00Z"),
    "content/blog/2021-10-03-draft.md": post("draft: true\npublish: 2021-10-22"),
    "content/pages/offer.md": "---\ntitle: Offer\nexpires: 2021-11-30\n---\n",
  ]

  private static func post(_ fields: String) -> String {
    "---\ntitle: A post\nsummary: News.\nauthors: [team]\n\(fields)\n---\n\nText.\n"
  }

  private func nextDue(at time: String, drafts: Bool = false) async throws -> String {
    let site = try SampleSite(Self.files)
    let next = try #require(try await site.build(at: time, drafts: drafts).nextDue)
    return "\(next.line() ?? "nothing")\n" + String(decoding: next.encoded(), as: UTF8.self)
  }

  @Test func theFileTellsTheNextChangeAndTheNextReminder() async throws {
    #expect(
      try await nextDue(at: "2021-10-20") == """
        the site changes by itself at 2021-10-26T09:00:00+01:00: content/blog/2021-10-01-early.md is published and 1 more
        {
          "format": "gazette-next-due-1",
          "change": {
            "at": "2021-10-26T08:00:00Z",
            "local": "2021-10-26T09:00:00+01:00",
            "because": [
              {
                "kind": "publish",
                "file": "content/blog/2021-10-01-early.md",
                "subject": "2021-10-01-early"
              },
              {
                "kind": "publish",
                "file": "content/blog/2021-10-02-also-early.md",
                "subject": "2021-10-02-also-early"
              }
            ]
          },
          "reminder": {
            "at": "2021-11-01T00:00:00Z",
            "local": "2021-11-01T00:00:00Z",
            "because": [
              {
                "kind": "due",
                "file": "content/sprints/2021-09/updates/one.md",
                "subject": "ask"
              }
            ]
          }
        }

        """)
  }

  /// The instants of the next change and the next reminder, and what they are.
  @Test(arguments: [
    ("2021-10-26T07:59:59Z", "publish publish", "due"),
    ("2021-10-26T08:00:00Z", "expiry", "due"),
    ("2021-11-01", "expiry", "review"), ("2021-11-11", "expiry", "due"),
    ("2021-11-13", "expiry", "none"), ("2021-11-30", "expiry", "none"),
    ("2021-12-01", "none", "none"),
  ])
  func eachMomentIsPassedOnce(time: String, change: String, reminder: String) async throws {
    let text = try await nextDue(at: time)
    let parts = text.components(separatedBy: "\"reminder\"")
    func kinds(_ part: String) -> String {
      let words = part.components(separatedBy: "\"kind\": \"").dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
      return words.isEmpty ? "none" : words.joined(separator: " ")
    }
    #expect(kinds(parts[0]) == change)
    #expect(kinds(parts[1]) == reminder)
  }

  @Test func draftsCountOnlyWhenTheyAreShown() async throws {
    let hidden = try await nextDue(at: "2021-10-20")
    let shown = try await nextDue(at: "2021-10-20", drafts: true)
    #expect(!hidden.contains("draft"))
    #expect(shown.contains("2021-10-22T00:00:00+01:00: content/blog/2021-10-03-draft.md is"))
  }

  /// At the instant that the file tells, and not a second before, the site is another.
  @Test func theSiteChangesAtTheInstantTold() async throws {
    let site = try SampleSite(Self.files)
    _ = try await site.build(at: "2021-10-20", output: "now")
    _ = try await site.build(at: "2021-10-26T07:59:59Z", output: "before")
    _ = try await site.build(at: "2021-10-26T08:00:00Z", output: "then")
    let now = try site.published("now")
    #expect(try site.published("before") == now)
    #expect(try site.published("then") != now)
  }
}
