internal import CommonMark
internal import Content
internal import Fingerprints

/// Where everything is: which address a source, an id or a term has, and which anchors are there.
struct AddressBook: Sendable {
  let base: BaseURL
  /// Content path, such as `projects/istv.md`, to address.
  private var sources: [String: Permalink] = [:]
  /// Reference, such as `project:istv`, to address with its anchor.
  private var references: [String: Target] = [:]
  /// Every address that will be published.
  private var published: Set<Permalink> = []
  /// The anchors of the pages whose anchors are known before rendering.
  private var anchors: [Permalink: Set<String>] = [:]

  /// A page, and a place in it.
  struct Target: Hashable, Sendable {
    let permalink: Permalink
    let anchor: String?
  }

  /// Has no addresses yet but the site's own.
  init(base: BaseURL) { self.base = base }

  /// Collects the addresses of a site whose outputs are `published`.
  init(site: Site, published: some Sequence<Permalink>) {
    self.base = site.settings.baseURL
    self.published = Set(published)
    sources.reserveCapacity(self.published.count)
    references.reserveCapacity(self.published.count)
    anchors.reserveCapacity(self.published.count)
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
      references["term:\(term.abbreviation)"] = Target(
        permalink: Glossary.Term.listPermalink, anchor: term.anchor)
      anchors[Glossary.Term.listPermalink, default: []].insert(term.anchor)
    }
    for asset in site.assets { sources[asset.path] = asset.permalink }
  }

  private mutating func addEditions(of site: Site) {
    for edition in site.editions {
      add(edition.id, "sprint", edition.permalink, edition.header, edition.body)
      let projects = (edition.projects + edition.pastWork).map(\.value.text)
      anchors[edition.permalink, default: []].formUnion(projects)
      for update in site.updates where update.sprint.value == edition.id {
        sources[Self.contentPath(update.header.origin.file)] = edition.permalink
      }
    }
  }

  private mutating func add<Entity>(
    _ id: ID<Entity>, _ scheme: String, _ permalink: Permalink, _ header: EntityHeader,
    _ body: MarkdownDocument
  ) {
    sources[Self.contentPath(header.origin.file)] = permalink
    references["\(scheme):\(id.text)"] = Target(permalink: permalink, anchor: nil)
    anchors[permalink, default: []].formUnion(body.anchors)
  }

  /// The path inside the content folder of a file named from the site's folder.
  static func contentPath(_ file: String) -> String {
    file.hasPrefix("content/") ? String(file.dropFirst("content/".count)) : file
  }
}

// MARK: - Fingerprints

extension AddressBook {
  /// Feeds in everything that decides where links lead.
  func add(to fingerprinter: inout Fingerprinter) {
    fingerprinter.add(base.origin)
    fingerprinter.add(base.path)
    for path in publishedPaths { fingerprinter.add(path) }
    for (path, permalink) in sources.sorted(by: { $0.key < $1.key }) {
      fingerprinter.add(path)
      fingerprinter.add(permalink.path)
    }
    for (name, target) in references.sorted(by: { $0.key < $1.key }) {
      fingerprinter.add(name)
      fingerprinter.add(target.permalink.path)
      fingerprinter.add(target.anchor)
    }
  }
}

// MARK: - Looking up

extension AddressBook {
  func permalink(ofSource path: String) -> Permalink? { sources[path] }
  func target(ofReference reference: String) -> Target? { references[reference] }
  func isPublished(_ permalink: Permalink) -> Bool { published.contains(permalink) }

  /// Whether a page has an anchor; pages made by templates alone are given the benefit of doubt.
  func hasAnchor(_ anchor: String, on permalink: Permalink) -> Bool {
    anchors[permalink]?.contains(anchor) ?? true
  }

  func anchors(on permalink: Permalink) -> [String] { (anchors[permalink] ?? []).sorted() }
  var sourcePaths: [String] { sources.keys.sorted() }
  var referenceNames: [String] { references.keys.sorted() }
  var publishedPaths: [String] { published.map(\.path).sorted() }

  /// The address as pages write it: from the root of the host, with the site's own base path.
  func address(_ permalink: Permalink) -> String { base.path + permalink.path.dropFirst() }

  /// The address with scheme and host.
  func absoluteAddress(_ permalink: Permalink) -> String { base.origin + address(permalink) }
}
