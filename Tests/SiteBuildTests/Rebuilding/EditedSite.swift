import Foundation
import SiteBuild
import Testing

/// This repository's site with more posts, for tests that edit it and build it again.
struct EditedSite {
  let site: SampleSite

  /// - Parameter posts: How many posts there are besides the repository's own.
  init(posts: Int) throws {
    site = try SampleSite.ofThisRepository()
    for number in 0..<posts { try site.write(Self.path(number), Self.post(number)) }
    try site.write("content/images/figure.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try site.write("content/pages/short.md", "# Short\n\nIt is short.\n")
  }

  static func path(_ number: Int) -> String { "content/blog/\(day(number))-post-\(number).md" }

  static func address(_ number: Int) -> String { "/blog/\(day(number))-post-\(number)/" }

  private static func day(_ number: Int) -> String {
    String(format: "2020-%02d-%02d", number / 28 % 12 + 1, number % 28 + 1)
  }

  static func post(_ number: Int, title: String? = nil) -> String {
    """
    ---
    title: \(title ?? "Post \(number)")
    date: \(day(number))
    authors: [ecda]
    summary: About \(number).
    tags: [all, "Tag \(number % 3)"]
    ---

    Text of post \(number) for ECC, with [a link](../pages/about.md).

    ## A heading

    ![A figure](../images/figure.svg)

    """
  }

  /// Builds, and returns the addresses that were rendered.
  func rendered(at time: String = "2021-10-20") async throws -> Set<String> {
    let report = try await site.build(at: time)
    #expect(report.result != nil, "\(report.text())")
    return Set(report.rendered.map(\.address))
  }

  /// Builds the site into a new folder, by which nothing is known, and compares.
  func expectSameAsClean(
    _ comment: String, at time: String = "2021-10-20", _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let clean = "clean-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(at: site.folder.appending(path: clean)) }
    _ = try await site.build(at: time, output: clean)
    let (built, expected) = (try site.published(), try site.published(clean))
    let different = Set(built.keys).union(expected.keys)
      .filter { built[$0] != expected[$0] }.sorted()
    #expect(different == [], "after: \(comment)", sourceLocation: location)
  }
}
