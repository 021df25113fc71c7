internal import BuildGraph
internal import Content
internal import Synchronization
internal import Templates

/// Finds the way back from an output to the sources it shows.
struct SourceTrace: Sendable {
  private let finder: InputFinder
  private let pages: [String: PlannedPage]
  private let files: [RecordPlace: String]
  private let changed: Set<String>

  /// - Parameter changed: The sources that were changed, named from the site's folder.
  init(_ ready: BuildPreparation.Ready, changed: Set<String>) {
    finder = ready.finder
    self.changed = changed
    files = ready.site.model.recordFiles()
    pages = Dictionary(
      ready.site.plan.pages.map { ($0.permalink.path, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The changed sources that an output shows something of, in order.
  func changedSources(of address: String) -> [String] {
    sources(of: address).filter(changed.contains)
  }

  /// All sources and templates that an output shows something of, in order.
  func sources(of address: String) -> [String] {
    guard let page = pages[address], let program = finder.program(of: page.kind) else { return [] }
    let seen = Mutex<Set<String>>([])
    let files = files
    let inputs = PageInputs(
      finder: finder, page: page,
      visit: { place in
        if let file = files[place] { seen.withLock { _ = $0.insert(file) } }
      })
    _ = inputs.fingerprints(program)
    var names = seen.withLock { $0 }
    if let file = finder.site.model.body(of: page)?.file { names.insert(file) }
    names.formUnion(program.reads.templates.map { "templates/\($0)" })
    return names.sorted()
  }
}
