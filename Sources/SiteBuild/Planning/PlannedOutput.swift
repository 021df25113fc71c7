internal import Content
internal import Diagnostics

/// One file of the published site and what it is made of.
struct PlannedOutput: Sendable {
  let permalink: Permalink
  let content: Content
  /// Where in the sources it is asked for; `nil` for a page, which has a subject.
  let origin: SourceLocation?

  init(_ permalink: Permalink, _ content: Content, origin: SourceLocation? = nil) {
    self.permalink = permalink
    self.content = content
    self.origin = origin
  }

  enum Content: Sendable {
    case page(PlannedPage)
    case feed(PlannedFeed)
    /// A page that leads on, for an address that has moved.
    case redirect(to: Permalink)
    /// A file of the content folder, by its path there.
    case asset(path: String)
    /// A file of the theme, by its name there.
    case themeAsset(name: String)
    /// What an edition shows, for programs.
    case editionRecord(ID<Edition>)
    case sitemap
    case robots
    /// The redirects again, for servers that read a `_redirects` file.
    case redirectList
  }
}

/// A feed to write: which entries, in which format.
struct PlannedFeed: Sendable {
  let channel: Channel
  let format: Format

  /// What a feed holds.
  enum Channel: Sendable, Hashable, CaseIterable {
    case everything
    case sprintNotes
    case blog
  }

  enum Format: String, Sendable, Hashable, CaseIterable {
    case atom
    case rss

    var mediaType: String {
      switch self {
      case .atom: "application/atom+xml"
      case .rss: "application/rss+xml"
      }
    }
  }

  /// The folder a channel's feeds are in.
  static func folder(of channel: Channel) -> String {
    switch channel {
    case .everything: "/"
    case .sprintNotes: "/sprints/"
    case .blog: "/blog/"
    }
  }

  /// The feed's address, such as `/blog/feed.atom`; `nil` never happens for these fixed words.
  var permalink: Permalink? {
    Permalink(path: "\(Self.folder(of: channel))feed.\(format.rawValue)")
  }
}
