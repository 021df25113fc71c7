/// Everything that is published, checked and joined; never changed after it is made.
package struct Site: Sendable {
  package let settings: SiteSettings
  package let lifecycle: Lifecycle
  package let glossary: Glossary
  /// By id.
  package let people: EntityTable<Person>
  /// By id.
  package let organisations: EntityTable<Organisation>
  /// By id.
  package let projects: EntityTable<Project>
  /// By period, oldest first.
  package let editions: EntityTable<Edition>
  /// What editions showed when they were published, as far as that is kept; by id.
  package let published: [PublishedEdition]
  /// By edition, then in the edition's page order.
  package let updates: UpdateTable
  /// What editions made of all steps and needs.
  package let steps: StepHistory
  /// By date, oldest first.
  package let events: EntityTable<Event>
  /// By edition, oldest first, then by id.
  package let impactStories: EntityTable<ImpactStory>
  package let metrics: EntityTable<Metric>
  package let observations: [Observation]
  package let comparisons: [Comparison]
  /// Newest first.
  package let posts: EntityTable<Post>
  /// The tags and authors of the posts.
  package let taxonomies: TaxonomyIndex
  /// By id.
  package let pages: EntityTable<Page>
  /// Every moment that the sources name, oldest first; steps are not among them.
  package let schedule: [ScheduledMoment]
  /// Files that are copied as they are: content path to address.
  package let assets: [Asset]
  package let unreadable: UnreadableSources

  /// A file that is published unchanged.
  package struct Asset: Sendable {
    /// Relative to the content folder.
    package let path: String
    package let permalink: Permalink
  }
}

extension Site {
  package var latestEdition: Edition? { editions.last }

  /// The edition before another.
  package func edition(before edition: Edition) -> Edition? {
    guard let position = editions.position(of: edition.id), position > 0 else { return nil }
    return editions[position - 1]
  }

  /// The edition after another.
  package func edition(after edition: Edition) -> Edition? {
    guard let position = editions.position(of: edition.id), position + 1 < editions.count else {
      return nil
    }
    return editions[position + 1]
  }
}
