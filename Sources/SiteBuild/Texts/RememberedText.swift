internal import Content
internal import Diagnostics
internal import Fingerprints
internal import Packing

/// A post or page as the last build found it.
struct RememberedText: Sendable {
  /// The fingerprint of its outline.
  let outline: Fingerprint
  /// The names of the tasks whose outputs show the text.
  let tasks: [String]
  /// The number of a post's record; `nil` for a page and for what may not be seen.
  var record: Int?

  init(outline: Fingerprint, tasks: [String]) {
    self.outline = outline
    self.tasks = tasks
  }

  func packed() -> [UInt8] {
    var packer = Packer()
    packer.add(outline.number)
    packer.add(tasks) { $0.add($1) }
    packer.add(record.map { $0 + 1 } ?? 0)
    return packer.bytes
  }

  init?(unpacking unpacker: inout Unpacker) {
    outline = Fingerprint(number: unpacker.word())
    tasks = unpacker.list { $0.text() }
    let number = unpacker.number()
    record = number > 0 ? number - 1 : nil
    if unpacker.isDamaged || !unpacker.isAtEnd { return nil }
  }
}

extension PreparedSite {
  /// The names of the tasks that show each text, by the path of its file in the content folder.
  func textTasks(among outputs: [PlannedOutput]) -> [String: [String]] {
    var tasks: [String: [String]] = [:]
    for output in outputs {
      let sources: [String] =
        switch output.content {
        case .page(let page): page.showsText ? source(of: page) : []
        case .feed(let feed): feeds.items(of: feed.channel).map(\.source)
        case .redirect, .asset, .themeAsset, .editionRecord, .sitemap, .robots, .redirectList: []
        }
      for source in sources { tasks[source, default: []].append(output.permalink.path) }
    }
    return tasks
  }

  private func source(of page: PlannedPage) -> [String] {
    (model.site.origin(of: page.subject)?.file).map { [AddressBook.contentPath($0)] } ?? []
  }
}

extension PlannedPage {
  /// Whether it is the page of a post or of a plain page.
  fileprivate var showsText: Bool {
    switch subject {
    case .post, .page: true
    case .none, .edition, .board, .quarter, .project, .story, .event, .taxonomy, .term: false
    }
  }
}
