/// The sources in which something cannot be read, which is a finding of its own: what seems to be
/// missing from a site may be in them.
package struct UnreadableSources: Sendable {
  /// Below the content folder.
  package private(set) var paths: [String] = []

  package var isEmpty: Bool { paths.isEmpty }

  mutating func add(_ path: String) { paths.append(path) }

  package func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Whether the update of a project in an edition is among them.
  package func containsUpdate(of project: ID<Project>, in edition: ID<Edition>) -> Bool {
    contains("sprints/\(edition)/updates/\(project).md")
  }

  /// The ids of the projects among them, which are named for their files.
  var projects: [String] {
    paths.compactMap { path in
      if case .project(let id) = ContentKind(path: path) { id.text } else { nil }
    }
  }

  /// The ids of the editions among them.
  var editions: [String] {
    paths.compactMap { path in
      if case .edition(let id) = ContentKind(path: path) { id.text } else { nil }
    }
  }

  /// Whether an edition or update is among them, which may hold next steps.
  package var mayHoldSteps: Bool {
    paths.contains { path in
      switch ContentKind(path: path) {
      case .edition, .update: true
      case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
        .observations, .comparisons, .project, .published, .event, .impact, .post, .page, .asset,
        .unknown:
        false
      }
    }
  }
}
