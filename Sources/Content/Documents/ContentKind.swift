/// What a file of the content folder is, by its path alone.
package enum ContentKind: Sendable, Hashable {
  case settings
  case lifecycle
  case people
  case organisations
  case glossary
  case metricDefinitions
  case observations
  case comparisons
  case project(ID<Project>)
  case edition(ID<Edition>)
  /// What an edition showed when it was published.
  case published(ID<Edition>)
  case update(of: ID<Project>, in: ID<Edition>)
  case event(ID<Event>)
  case impact(ID<ImpactStory>)
  /// A post by its file's name, or by its folder's when it has one of its own.
  case post(name: String)
  case page(ID<Page>)
  /// Copied as it is.
  case asset
  /// Nothing that the layout knows; the text says what would be.
  case unknown(expectation: String)

  /// Classifies a path relative to the content folder.
  package init(path: String) {
    if let name = Self.nameOfPost(path) {
      self = .post(name: name)
      return
    }
    let parts = Self.parts(of: path)
    let name = parts[parts.count - 1]
    if parts.count == 1 {
      self = Self.register(name)
    } else {
      self = Self.inFolder(parts[0], Array(parts.dropFirst()), name: name)
    }
  }

  /// The name of a post that is a file of its own, as most files of large sites are.
  private static func nameOfPost(_ path: String) -> String? {
    let (folder, ending) = ("blog/", ".md")
    let name = path.utf8.dropFirst(folder.utf8.count)
    guard path.hasPrefix(folder), path.hasSuffix(ending),
      name.count >= ending.utf8.count, !name.contains(UInt8(ascii: "/"))
    else { return nil }
    return String(name.dropLast(ending.utf8.count))
  }

  /// The names between the slashes; an empty path has one empty name.
  private static func parts(of path: String) -> [String] {
    var path = path
    return path.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let layoutHint =
    "content belongs in projects, sprints, events, impact, blog, pages, metrics, images or files"

  private static func register(_ name: String) -> ContentKind {
    switch name {
    case "site.yaml": return .settings
    case "lifecycle.yaml": return .lifecycle
    case "people.yaml": return .people
    case "organisations.yaml": return .organisations
    case "glossary.yaml": return .glossary
    default: return .unknown(expectation: layoutHint)
    }
  }

  private static func inFolder(_ folder: String, _ rest: [String], name: String) -> ContentKind {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : nil
    switch (folder, rest.count) {
    case ("images", _), ("files", _):
      return .asset
    case ("metrics", 1):
      return metrics(name)
    case ("projects", 1):
      return stem.map { .project(ID(making: $0)) } ?? .asset
    case ("events", 1):
      return stem.map { .event(ID(making: $0)) } ?? .asset
    case ("impact", 1):
      return stem.map { .impact(ID(making: $0)) } ?? .asset
    case ("pages", 1):
      return stem.map { .page(ID(making: $0)) } ?? .asset
    case ("blog", 1):
      return stem.map { .post(name: $0) } ?? .asset
    case ("blog", 2):
      return name == "index.md" ? .post(name: rest[0]) : .asset
    case ("sprints", _):
      return sprint(rest, name: name, stem: stem)
    default:
      return .unknown(expectation: layoutHint)
    }
  }

  private static func metrics(_ name: String) -> ContentKind {
    switch name {
    case "definitions.yaml": .metricDefinitions
    case "observations.csv": .observations
    case "comparisons.csv": .comparisons
    default:
      .unknown(expectation: "metrics holds definitions.yaml, observations.csv and comparisons.csv")
    }
  }

  private static func sprint(_ rest: [String], name: String, stem: String?) -> ContentKind {
    let hint = "a sprint is sprints/<id>/index.md with sprints/<id>/updates/<project>.md"
    guard rest.count > 1 else { return .unknown(expectation: hint) }
    let id = ID<Edition>(making: rest[0])
    if rest.count == 2, name == "index.md" { return .edition(id) }
    if rest.count == 2, name == "published.json" { return .published(id) }
    if rest.count == 3, rest[1] == "updates", let stem {
      return .update(of: ID(making: stem), in: id)
    }
    return stem == nil ? .asset : .unknown(expectation: hint)
  }
}
