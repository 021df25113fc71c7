import Formats
import Testing

extension Feed {
  /// A feed with every field set and text that needs escaping.
  static func sample() throws -> Feed {
    let home = try #require(AbsoluteURL("https://example.org/notes/"))
    let updated = try #require(Timestamp(secondsSince1970: 1_632_999_600, offsetMinutes: 60))
    return Feed(
      id: "tag:example.org,2021:sprints", title: "Sprint notes & more", subtitle: "What we did",
      page: home, language: "en-GB", rights: "© Crown copyright", updated: updated,
      authors: [.init(name: "Data team", page: AbsoluteURL("https://example.org/team/"))],
      entries: [
        .init(
          id: "tag:example.org,2021:sprint/2021-09", title: "September]]>",
          page: home.appending(path: "2021-09/"),
          published: Timestamp(secondsSince1970: 1_632_904_200), updated: updated,
          summary: "In short", content: "<p>Long 🎉</p>", authors: [.init(name: "Ada")],
          categories: ["r & \"d\""])
      ])
  }
}
