internal import CommonMark
internal import Content
internal import Fingerprints
internal import Packing

/// Where everything is: which address a source, an id or a term has, and which anchors are there.
///
/// Its tables are flat, so that a later build can have them as they are.
struct AddressBook: Sendable {
  let base: BaseURL
  /// Content path, such as `projects/istv.md`, to address.
  private var sources: FlatMap
  /// Reference, such as `project:istv`, to address, with its anchor after a `#`.
  private var references: FlatMap
  /// Every address that will be published.
  private var published: FlatMap
  /// The pages whose anchors are known before rendering, and each anchor as `/page/#anchor`.
  private var anchors: FlatMap

  /// A page, and a place in it.
  struct Target: Hashable, Sendable {
    let permalink: Permalink
    let anchor: String?
  }

  /// Has no addresses yet but the site's own.
  init(base: BaseURL) { self.init(base: base, capacity: 0) }

  private init(base: BaseURL, capacity: Int) {
    self.base = base
    sources = FlatMap(capacity: capacity)
    references = FlatMap(capacity: capacity)
    published = FlatMap(capacity: capacity)
    anchors = FlatMap(capacity: capacity)
  }

  /// Collects the addresses of what is in a site.
  init(site: Site) {
    self.init(base: site.settings.baseURL, capacity: site.posts.count + site.pages.count)
    addEditions(of: site)
    for project in site.projects {
      add(project.id, "project", project.permalink, project.header, project.about)
    }
    for event in site.events { add(event.id, "event", event.permalink, event.header, event.body) }
    for story in site.impactStories {
      add(story.id, "impact", story.permalink, story.header, story.body)
    }
    for post in site.posts { add(post.id, "post", post.permalink, post.header, post.body) }
    for page in site.pages { add(page.id, "page", page.permalink, page.header, page.body) }
    for term in site.glossary.terms {
      references.set(
        "term:\(term.abbreviation)", Glossary.Term.listPermalink.path + "#" + term.anchor)
      add(anchors: [term.anchor], on: Glossary.Term.listPermalink)
    }
    // A page that cannot be read is no reason to report the links to it.
    for path in site.unreadable.paths {
      guard let reference = ContentKind(path: path).reference else { continue }
      sources.set(path, "/")
      references.set(reference, "/")
    }
    for asset in site.assets { sources.set(asset.path, asset.permalink.path) }
  }

  /// The same with all addresses that are published.
  func publishing(_ permalinks: [Permalink]) -> AddressBook {
    var book = self
    book.published = FlatMap(capacity: permalinks.count)
    for permalink in permalinks { book.published.insert(permalink.path) }
    return book
  }

  private mutating func addEditions(of site: Site) {
    for edition in site.editions {
      add(edition.id, "sprint", edition.permalink, edition.header, edition.body)
      let projects = (edition.projects + edition.pastWork).map(\.value.text)
      add(anchors: projects, on: edition.permalink)
      for update in site.updates.all(in: edition.id) {
        sources.set(Self.contentPath(update.header.origin.file), edition.permalink.path)
      }
    }
  }

  private mutating func add<Entity>(
    _ id: ID<Entity>, _ scheme: String, _ permalink: Permalink, _ header: EntityHeader,
    _ body: MarkdownDocument
  ) {
    sources.set(Self.contentPath(header.origin.file), permalink.path)
    references.set("\(scheme):\(id.text)", permalink.path)
    add(anchors: body.anchors, on: permalink)
  }

  private mutating func add(anchors words: [String], on permalink: Permalink) {
    anchors.insert(permalink.path)
    for word in words { anchors.insert("\(permalink.path)#\(word)") }
  }

  /// The path inside the content folder of a file named from the site's folder.
  static func contentPath(_ file: String) -> String {
    let prefix = "content/"
    return file.hasPrefix(prefix)
      ? String(file[file.utf8.index(file.startIndex, offsetBy: prefix.utf8.count)...]) : file
  }
}

// MARK: - Fingerprints and packing

extension AddressBook {
  /// Feeds in everything that decides where links lead.
  func add(to fingerprinter: inout Fingerprinter) {
    fingerprinter.add(base.origin)
    fingerprinter.add(base.path)
    for path in publishedPaths { fingerprinter.add(path) }
    for table in [sources, references] {
      for name in table.names {
        fingerprinter.add(name)
        fingerprinter.add(table.text(of: name))
      }
    }
  }

  private var tables: [FlatMap] { [sources, references, published, anchors] }

  /// So many bytes at most are written by `pack`.
  var packedSize: Int {
    tables.reduce((base.origin + base.path).utf8.count + 9) { $0 + $1.packedSize }
  }

  func pack(into packer: inout Packer) {
    packer.reserve(packedSize)
    packer.add(base.origin + base.path)
    for table in tables { table.pack(into: &packer) }
  }

  /// Reads what `pack` wrote; `nil` if the site's own address is none.
  init?(unpacking unpacker: inout Unpacker) {
    guard let base = BaseURL(unpacker.text()) else { return nil }
    self.base = base
    sources = FlatMap(unpacking: &unpacker)
    references = FlatMap(unpacking: &unpacker)
    published = FlatMap(unpacking: &unpacker)
    anchors = FlatMap(unpacking: &unpacker)
  }
}

// MARK: - Looking up

extension AddressBook {
  func permalink(ofSource path: String) -> Permalink? {
    sources.text(of: path).flatMap { Permalink(path: $0) }
  }

  func target(ofReference reference: String) -> Target? {
    guard let target = references.text(of: reference) else { return nil }
    let parts = target.split(separator: "#", maxSplits: 1)
    return parts.first.flatMap { Permalink(path: String($0)) }.map {
      Target(permalink: $0, anchor: parts.count == 2 ? String(parts[1]) : nil)
    }
  }

  func isPublished(_ permalink: Permalink) -> Bool { published.contains(permalink.path) }

  /// Whether a page has an anchor; pages made by templates alone are given the benefit of doubt.
  func hasAnchor(_ anchor: String, on permalink: Permalink) -> Bool {
    !anchors.contains(permalink.path) || anchors.contains("\(permalink.path)#\(anchor)")
  }

  func anchors(on permalink: Permalink) -> [String] {
    let start = permalink.path + "#"
    return anchors.names.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  var sourcePaths: [String] { sources.names }
  var referenceNames: [String] { references.names }
  var publishedPaths: [String] { published.names }

  /// The address as pages write it: from the root of the host, with the site's own base path.
  func address(_ permalink: Permalink) -> String {
    base.path == "/" ? permalink.path : base.path + permalink.relativePath
  }

  /// The address with scheme and host.
  func absoluteAddress(_ permalink: Permalink) -> String { base.origin + address(permalink) }
}

extension ContentKind {
  /// How links refer to what has a page of its own.
  fileprivate var reference: String? {
    switch self {
    case .project(let id): "project:\(id)"
    case .edition(let id): "sprint:\(id)"
    case .event(let id): "event:\(id)"
    case .impact(let id): "impact:\(id)"
    case .post(let name): "post:\(ID<Post>(making: name))"
    case .page(let id): "page:\(id)"
    case .settings, .lifecycle, .people, .organisations, .glossary, .metricDefinitions,
      .observations, .comparisons, .published, .update, .asset, .unknown:
      nil
    }
  }
}
