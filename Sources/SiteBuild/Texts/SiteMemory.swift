internal import Content
internal import Fingerprints
internal import Packing
internal import Templates

/// What a build leaves for the next, so that a changed text need not bring the whole site back: the
/// model as templates see it, where links lead, what feeds announce, and which outputs show which
/// text.
///
/// It is true as long as nothing but texts has changed since.
struct SiteMemory: Sendable {
  let schema: ModelSchema
  let store: DataStore
  let siteValue: Value
  /// The records that pages and directives can name; those of posts are with their texts.
  let references: ModelReferences
  let book: AddressBook
  let feeds: [PlannedFeed.Channel: [FeedMaker.Item]]
  /// By the paths of their files in the content folder.
  let texts: FlatMap
  /// The records that the others number.
  let records: [Value]

  /// Takes what is to be kept of a site.
  ///
  /// - Parameters:
  ///   - outlines: What others can see of each post and page, by its path in the content folder.
  ///   - outputs: What was made, of all that is planned.
  init(
    of site: PreparedSite, outlines: [(path: String, outline: TextOutline)],
    outputs: [PlannedOutput]
  ) {
    let model = site.model
    schema = model.schema
    store = model.store
    siteValue = model.siteValue
    references = model.references
    book = site.book
    feeds = site.feeds.items
    var records = [model.siteValue]
    let tasks = site.textTasks(among: outputs)
    let posts = Dictionary(
      zip(
        model.site.posts.lazy.map { AddressBook.contentPath($0.header.origin.file) }, model.posts),
      uniquingKeysWith: { first, _ in first })
    var texts = FlatMap(capacity: outlines.count)
    for (path, outline) in outlines {
      var text = RememberedText(outline: outline.fingerprint, tasks: tasks[path] ?? [])
      if let post = posts[path], post.recordPlace != nil {
        text.record = records.count
        records.append(post)
      }
      texts.set(path, packed: text.packed())
    }
    self.texts = texts
    self.records = records
  }
}

// MARK: - Looking up

extension SiteMemory {
  /// What is known of a post or page; `nil` for any other file, and for one with something wrong.
  func text(at path: String) -> RememberedText? {
    guard var unpacker = texts.unpacker(of: path) else { return nil }
    return RememberedText(unpacking: &unpacker)
  }

  /// The model that a page of a given site is rendered with.
  ///
  /// - Parameter site: Has at least the settings, the glossary, and the posts and pages at `paths`.
  func model(of site: Site, writer: FragmentWriter) -> SiteModel {
    var references = references
    references.posts = site.posts.map { post in
      let text = text(at: AddressBook.contentPath(post.header.origin.file))
      guard let number = text?.record, records.indices.contains(number) else { return nil }
      return DataBuilder.RecordReference(filled: records[number])
    }
    return SiteModel(
      site: site, schema: schema, store: store, writer: writer, siteValue: siteValue,
      references: references)
  }
}

// MARK: - As bytes

extension SiteMemory {
  private static let heading = Array("gazette site 1 \(Release.version)\n".utf8)

  /// The memory as a file, by whose fingerprint a record says which memory it goes with.
  func packed() -> SealedFile {
    var packer = SealedFile.packer(heading: Self.heading)
    packer.add(Self.fingerprint(of: schema.schema).number)
    let named = references.named
    store.pack(roots: records + named.map(\.record), into: &packer)
    packer.add(named) { packer, entity in
      packer.add(entity.kind.rawValue)
      packer.add(entity.id)
    }
    texts.pack(into: &packer)
    packer.add(PlannedFeed.Channel.allCases) { packer, channel in
      packer.add(feeds[channel] ?? []) { $1.pack(into: &$0) }
    }
    book.pack(into: &packer)
    return SealedFile(packer, heading: Self.heading)
  }

  /// Reads what `packed` wrote, if it has a certain fingerprint; `nil` for anything else, also for
  /// one damaged bit.
  init?(unpacking bytes: [UInt8], expecting fingerprint: Fingerprint) {
    guard let file = SealedFile.open(bytes, heading: Self.heading),
      file.fingerprint == fingerprint
    else { return nil }
    var unpacker = file.contents
    schema = ModelSchema()
    guard unpacker.word() == Self.fingerprint(of: schema.schema).number else { return nil }
    let (store, roots) = DataStore.unpacked(&unpacker, schema: schema.schema)
    self.store = store
    let named = unpacker.list { ($0.text(), $0.text()) }
    guard let siteValue = roots.first, siteValue.isRecord(schema.types.site),
      named.count < roots.count
    else { return nil }
    self.siteValue = siteValue
    var references = ModelReferences()
    for ((kind, id), record) in zip(named, roots.suffix(named.count)) {
      guard let entity = NamedRecord(kind: kind, id: id, record: record, schema.types) else {
        return nil
      }
      references.add(entity)
    }
    self.references = references
    records = Array(roots.dropLast(named.count))
    let post = schema.types.post
    guard records.dropFirst().allSatisfy({ $0.isRecord(post) }) else { return nil }
    texts = FlatMap(unpacking: &unpacker)
    let items = unpacker.list { unpacker in
      unpacker.list { FeedMaker.Item(unpacking: &$0) }.compactMap { $0 }
    }
    feeds = Dictionary(
      zip(PlannedFeed.Channel.allCases, items), uniquingKeysWith: { first, _ in first })
    guard let book = AddressBook(unpacking: &unpacker) else { return nil }
    self.book = book
    if unpacker.isDamaged || !unpacker.isAtEnd { return nil }
  }

  /// Other record types or fields, in a program that is being worked on, make the store useless.
  private static func fingerprint(of schema: Schema) -> Fingerprint {
    Fingerprint { fingerprinter in
      for record in schema.records {
        fingerprinter.add(record.name)
        for field in record.fields {
          fingerprinter.add(field.name)
          fingerprinter.add(schema.name(of: field.type))
        }
      }
    }
  }
}
