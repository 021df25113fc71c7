internal import Content

/// What there is to announce.
extension Site {
  /// What a channel announces, newest first, at most as many as the settings allow.
  func items(of channel: PlannedFeed.Channel) -> [FeedMaker.Item] {
    let items: [FeedMaker.Item] =
      switch channel {
      case .everything: editionItems + postItems
      case .sprintNotes: editionItems
      case .blog: postItems
      }
    return Array(
      items.sorted { left, right in
        left.updated == right.updated
          ? left.permalink < right.permalink : left.updated > right.updated
      }.prefix(settings.feedSize))
  }

  private var editionItems: [FeedMaker.Item] {
    editions.map { edition in
      FeedMaker.Item(
        page: .edition(edition.id),
        source: AddressBook.contentPath(edition.header.origin.file), title: edition.title,
        permalink: edition.permalink,
        summary: edition.summary, published: edition.published?.value, updated: edition.changed,
        authors: edition.authors.compactMap { people[$0.value] }.filter(\.isPublished)
          .map(\.name), categories: [])
    }
  }

  private var postItems: [FeedMaker.Item] {
    posts.prefix(settings.feedSize).map { post in
      FeedMaker.Item(
        page: .post(post.id), source: AddressBook.contentPath(post.header.origin.file),
        title: post.title, permalink: post.permalink,
        summary: post.summary, published: post.date, updated: post.date,
        authors: taxonomies.terms(of: post, in: .authors).map(\.name),
        categories: taxonomies.terms(of: post, in: .tags).map(\.name))
    }
  }
}
