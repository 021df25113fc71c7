internal import Content
internal import Formats
internal import GregorianCalendar

/// Makes the feeds of a site from what there is to announce.
struct FeedMaker {
  let settings: SiteSettings
  let book: AddressBook
  let zone: SiteZone
  /// What each channel announces, newest first, at most as many as the settings allow.
  let items: [PlannedFeed.Channel: [Item]]

  init(
    settings: SiteSettings, book: AddressBook, zone: SiteZone,
    items: [PlannedFeed.Channel: [Item]]
  ) {
    self.settings = settings
    self.book = book
    self.zone = zone
    self.items = items
  }

  init(site: Site, book: AddressBook, zone: SiteZone) {
    let channels = PlannedFeed.Channel.allCases.map { ($0, site.items(of: $0)) }
    self.init(
      settings: site.settings, book: book, zone: zone,
      items: Dictionary(channels, uniquingKeysWith: { first, _ in first }))
  }

  /// Something a feed can announce.
  struct Item: Sendable {
    let page: PlannedPage.Subject
    /// The file of its text, in the content folder.
    let source: String
    let title: String
    let permalink: Permalink
    let summary: String
    let published: CalendarDay?
    let updated: CalendarDay
    let authors: [String]
    let categories: [String]
  }

  /// What a channel announces.
  func items(of channel: PlannedFeed.Channel) -> [Item] { items[channel] ?? [] }

  /// Encodes a feed; `content` gives the full markup of an item, its links complete.
  func encode(_ feed: PlannedFeed, content: (Item) throws -> [UInt8]) throws -> [UInt8] {
    guard let permalink = feed.permalink, let address = url(permalink),
      let page = Permalink(path: PlannedFeed.folder(of: feed.channel)).flatMap(url)
    else { return [] }
    let items = items(of: feed.channel)
    let entries = try items.compactMap { item -> Feed.Entry? in
      guard let page = url(item.permalink), let updated = timestamp(item.updated) else {
        return nil
      }
      return Feed.Entry(
        id: tagURI(item.permalink), title: item.title, page: page,
        published: item.published.flatMap(timestamp), updated: updated, summary: item.summary,
        content: String(decoding: try content(item), as: UTF8.self),
        authors: item.authors.map { Feed.Author(name: $0) }, categories: item.categories)
    }
    guard let updated = entries.map(\.updated).max() else { return [] }
    let document = Feed(
      id: tagURI(permalink), title: title(of: feed.channel), subtitle: settings.tagline,
      page: page, language: settings.language, rights: settings.licence?.name,
      updated: updated, authors: [Feed.Author(name: settings.fullName ?? settings.name)],
      entries: entries)
    return switch feed.format {
    case .atom: AtomEncoder.encode(document, publishedAt: address)
    case .rss: RSSEncoder.encode(document, publishedAt: address)
    }
  }

  /// What a feed is called, in its own title and in links to it.
  func title(of channel: PlannedFeed.Channel) -> String {
    switch channel {
    case .everything: settings.name
    case .sprintNotes: "\(settings.name): sprint notes"
    case .blog: "\(settings.name): blog"
    }
  }

  private func url(_ permalink: Permalink) -> AbsoluteURL? {
    AbsoluteURL(book.absoluteAddress(permalink))
  }

  /// Midnight of a day in the site's zone.
  private func timestamp(_ day: CalendarDay) -> Timestamp? {
    let instant = zone.instant(of: PublishTime(day: day))
    return Timestamp(secondsSince1970: instant, offsetMinutes: zone.offset(at: instant) / 60)
  }

  /// A tag URI (RFC 4151) that stays the same when the site moves to another path.
  ///
  /// The year is the one that the id begins with, so that nothing an author may correct is in it.
  private func tagURI(_ permalink: Permalink) -> String {
    let words = permalink.path.split(separator: "/")
    let year = words.compactMap { word -> Substring? in
      let digits = word.prefix(4)
      return digits.utf8.count == 4 && Int(digits) != nil ? digits : nil
    }.first
    return "tag:\(book.base.host),\(year ?? "2000"):\(permalink.path)"
  }
}
