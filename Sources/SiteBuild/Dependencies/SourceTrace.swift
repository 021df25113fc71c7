internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Synchronization
internal import Templates

/// Finds the way back from an output to the sources it shows.
struct SourceTrace: Sendable {
  private let finder: InputFinder
  private let outputs: [String: PlannedOutput]
  private let files: [RecordPlace: String]
  private let changed: Set<String>

  /// - Parameter changed: The sources that were changed, named from the site's folder.
  init(_ ready: BuildPreparation.Ready, changed: Set<String>) {
    finder = ready.finder
    self.changed = changed
    files = ready.site.model.recordFiles()
    outputs = Dictionary(
      ready.outputs.map { ($0.permalink.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The changed sources that an output shows something of, in order.
  func changedSources(of address: String) -> [String] {
    sources(of: address).filter(changed.contains)
  }

  /// All sources and templates that an output shows something of, in order.
  func sources(of address: String) -> [String] {
    guard let output = outputs[address] else { return [] }
    return switch output.content {
    case .page(let page): sources(of: page)
    case .feed(let feed): files(of: finder.site.feeds.items(of: feed.channel).map(\.page))
    case .asset(let path): ["\(SiteReader.contentFolder)/\(path)"]
    case .themeAsset(let name): ["\(ThemeReader.folderName)/\(name)"]
    case .editionRecord, .redirect, .sitemap, .robots, .redirectList:
      output.origin.map { [$0.file] } ?? []
    }
  }

  private func files(of subjects: [PlannedPage.Subject]) -> [String] {
    subjects.compactMap { finder.site.model.site.origin(of: $0)?.file }.sorted()
  }

  private func sources(of page: PlannedPage) -> [String] {
    guard let program = finder.program(of: page.kind) else { return [] }
    let seen = Mutex<Set<String>>([])
    let files = files
    let inputs = PageInputs(
      finder: finder, page: page,
      visit: { place in
        if let file = files[place] { seen.withLock { _ = $0.insert(file) } }
      })
    _ = inputs.fingerprints(program)
    var names = seen.withLock { $0 }
    names.formUnion(self.files(of: [page.subject]))
    names.formUnion(program.reads.templates.map { "\(ThemeReader.folderName)/\($0)" })
    return names.sorted()
  }
}
