/// Everything that is published, checked and joined; never changed after it is made.
public struct Site: Sendable {
  public let settings: SiteSettings
  public let lifecycle: Lifecycle
  public let glossary: Glossary
  /// By id.
  public let people: EntityTable<Person>
  /// By id.
  public let organisations: EntityTable<Organisation>
  /// By id.
  public let projects: EntityTable<Project>
  /// By period, oldest first.
  public let editions: EntityTable<Edition>
  /// What editions showed when they were published, as far as that is kept; by id.
  public let published: [PublishedEdition]
  /// By edition, then in the edition's page order.
  public let updates: [ProjectUpdate]
  /// By date, oldest first.
  public let events: EntityTable<Event>
  /// By edition, oldest first, then by id.
  public let impactStories: EntityTable<ImpactStory>
  public let metrics: EntityTable<Metric>
  public let observations: [Observation]
  public let comparisons: [Comparison]
  /// Newest first.
  public let posts: EntityTable<Post>
  /// The tags and authors of the posts.
  public let taxonomies: TaxonomyIndex
  /// By id.
  public let pages: EntityTable<Page>
  /// Every moment that the sources name, oldest first; steps are not among them.
  public let schedule: [ScheduledMoment]
  /// Files that are copied as they are: content path to address.
  public let assets: [Asset]
  public let unreadable: UnreadableSources

  /// A file that is published unchanged.
  public struct Asset: Sendable {
    /// Relative to the content folder.
    public let path: String
    public let permalink: Permalink
  }
}

extension Site {
  public var latestEdition: Edition? { editions.last }

  /// The update of a project in an edition.
  public func update(of project: ID<Project>, in edition: ID<Edition>) -> ProjectUpdate? {
    updates.first { $0.project.value == project && $0.sprint.value == edition }
  }

  /// The edition before another.
  public func edition(before edition: Edition) -> Edition? {
    guard let position = editions.position(of: edition.id), position > 0 else { return nil }
    return editions[position - 1]
  }

  /// The edition after another.
  public func edition(after edition: Edition) -> Edition? {
    guard let position = editions.position(of: edition.id), position + 1 < editions.count else {
      return nil
    }
    return editions[position + 1]
  }
}
