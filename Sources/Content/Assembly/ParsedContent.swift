package import CommonMark
package import Diagnostics

/// One source after parsing: what it holds, references not yet followed.
///
/// A class, though it never changes, as ten thousand of them are put in order and handed on.
package final class ParsedContent: Sendable {
  package let path: String
  package let entities: Entities
  package let diagnostics: [Diagnostic]
  /// What can be kept for the next run; `nil` for what must be parsed each time.
  package let kept: KeptSource?
  /// What others can see of a post or page that nothing is wrong with; checks are not told.
  package let outline: TextOutline?

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

  package init(
    path: String, entities: Entities, diagnostics: [Diagnostic] = [], kept: KeptSource? = nil,
    outline: TextOutline? = nil
  ) {
    self.path = path
    self.entities = entities
    self.diagnostics = diagnostics
    self.kept = kept
    self.outline = outline
  }
}

extension ParsedContent {
  /// Whether it is only shown with drafts.
  package var isDraft: Bool {
    if case .edition(let edition) = entities, edition.state != .published { return true }
    return header?.isDraft ?? false
  }

  /// Whether the source holds something that cannot be read, so that ids which seem to lead nowhere
  /// may be there.
  package var isUnreadable: Bool {
    guard !diagnostics.isEmpty else { return false }
    switch entities {
    case .nothing: return diagnostics.hasErrors
    case .people(let people): return people.isEmpty
    case .organisations(let bodies): return bodies.isEmpty
    case .metrics(let metrics): return metrics.isEmpty
    case .glossary(let glossary): return glossary.groups.isEmpty
    case .lifecycle(let lifecycle): return lifecycle.stages.isEmpty
    case .observations, .comparisons, .project, .edition, .published, .update, .event, .impact,
      .post, .page, .asset:
      return false
    }
  }

  /// The body of a source that has one.
  package var body: MarkdownDocument? {
    switch entities {
    case .project(let project): project.about
    case .edition(let edition): edition.body
    case .update(let update): update.document
    case .event(let event): event.body
    case .impact(let story): story.body
    case .post(let post): post.body
    case .page(let page): page.body
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .published, .asset, .nothing:
      nil
    }
  }

  /// What the entity says about itself; `nil` for registers and assets.
  package var header: EntityHeader? {
    switch entities {
    case .project(let project): project.header
    case .edition(let edition): edition.header
    case .update(let update): update.header
    case .event(let event): event.header
    case .impact(let story): story.header
    case .post(let post): post.header
    case .page(let page): page.header
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .published, .asset, .nothing:
      nil
    }
  }
}
