package import Diagnostics

/// One source after parsing: what it holds, references not yet followed.
package struct ParsedContent: Sendable {
  package let path: String
  package let entities: Entities
  package let diagnostics: [Diagnostic]

  /// What one file can hold.
  package enum Entities: Sendable {
    case lifecycle(Lifecycle)
    case people([Person])
    case organisations([Organisation])
    case glossary(Glossary)
    case metrics([Metric])
    case observations([Observation])
    case comparisons([Comparison])
    case project(Project)
    case edition(Edition)
    case published(PublishedEdition)
    case update(ProjectUpdate)
    case event(Event)
    case impact(ImpactStory)
    case post(Post)
    case page(Page)
    case asset(Site.Asset)
    /// Nothing that can be used; the diagnostics say why.
    case nothing
  }

  package init(path: String, entities: Entities, diagnostics: [Diagnostic] = []) {
    self.path = path
    self.entities = entities
    self.diagnostics = diagnostics
  }
}
