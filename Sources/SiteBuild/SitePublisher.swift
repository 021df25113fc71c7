internal import BuildGraph
internal import Content
internal import Diagnostics
internal import Files
internal import Fingerprints
internal import Templates

/// Renders the outputs whose inputs are not what they were and publishes all of them, or none.
struct SitePublisher: Sendable {
  let site: PreparedSite
  let sources: SiteSources
  let finder: InputFinder
  /// Says what makes an output, and from what.
  let task: @Sendable (PlannedOutput) -> BuildTask
  let output: Folder
  let jobs: Int
  /// What the last build with the same options made; `nil` when everything is to be rendered.
  let last: BuildRecord?
  /// Why everything is rendered, when there is no record to go by.
  let cause: RunReason
  /// Whether what need not be rendered is rendered all the same and compared.
  var verifies = false
  /// Called as outputs are done.
  let progress: BuildProgress

  /// What became of one output.
  struct Output: Sendable {
    let task: TaskRecord
    /// Why it was rendered; `nil` if it was not.
    let reason: RunReason?
    let diagnostics: [Diagnostic]
  }

  struct Outcome: Sendable {
    /// In the order of the plan; all of them, also when they are not published.
    let outputs: [Output]
    let result: PublicationResult?
    let diagnostics: [Diagnostic]
  }

  /// Publishes the outputs of the plan and removes `stale` files that are not among them.
  ///
  /// - Parameters:
  ///   - prepare: Called while outputs are rendered.
  ///   - save: Called with what `prepare` returned when everything is in place; if it throws, the
  ///     old site comes back.
  func publish<Prepared: Sendable>(
    _ planned: [PlannedOutput], removing stale: [SitePath],
    meanwhile prepare: @escaping @Sendable () -> Prepared,
    saving save: ([Output], Prepared) throws(FileError) -> Void
  ) async throws -> Outcome {
    let publication = try Publication(in: output)
    let (outputs, prepared) = try await ConcurrentMap.both(jobs: jobs) {
      try await render(planned, in: publication)
    } and: {
      prepare()
    }
    // What an interrupted build has written, it had no time to remember.
    let written = publication.recovery.written
    return try commit(outputs, removing: stale + written, of: publication) {
      outputs throws(FileError) in try save(outputs, prepared)
    }
  }

  /// Publishes some outputs and leaves everything else as it is.
  ///
  /// `isCurrent` is asked once nobody else can publish; if it says no, nothing is published.
  func publish(
    _ planned: [PlannedOutput], ifStill isCurrent: () throws -> Bool,
    saving save: ([Output]) throws(FileError) -> Void
  ) async throws -> Outcome {
    let publication = try Publication(in: output)
    guard publication.recovery.written.isEmpty, try isCurrent() else {
      publication.abandon()
      return Outcome(outputs: [], result: nil, diagnostics: [])
    }
    let outputs = try await render(planned, in: publication)
    return try commit(outputs, removing: [], of: publication, saving: save)
  }

  /// Renders what must be, in any order, and returns what became of each output in the plan's.
  private func render(
    _ planned: [PlannedOutput], in publication: Publication
  ) async throws -> [Output] {
    progress.begin(.rendering, of: planned.count)
    // What takes longest comes first, so that no thread is busy with it when the others are done.
    let lists = planned.indices.filter { planned[$0].listsWholeSite }
    let order = lists + planned.indices.filter { !planned[$0].listsWholeSite }
    var outputs = try await ConcurrentMap.map(
      order, jobs: jobs,
      makeWorker: { [site, sources, finder] in
        OutputRenderer(site: site, sources: sources, pages: finder.pages)
      }
    ) { renderer, number in
      defer { progress.advance() }
      return try make(planned[number], renderer, in: publication)
    }
    let first = Array(outputs.prefix(lists.count))
    outputs.removeFirst(lists.count)
    for (output, place) in zip(first, lists) { outputs.insert(output, at: place) }
    return outputs
  }

  private func commit(
    _ outputs: [Output], removing stale: [SitePath], of publication: Publication,
    saving save: ([Output]) throws(FileError) -> Void
  ) throws -> Outcome {
    let diagnostics = outputs.flatMap(\.diagnostics)
    guard !diagnostics.hasErrors else {
      publication.abandon()
      return Outcome(outputs: outputs, result: nil, diagnostics: diagnostics)
    }
    progress.begin(.publishing, of: 0)
    let result = try publication.commit(removing: stale) { _ throws(FileError) in
      try save(outputs)
    }
    return Outcome(outputs: outputs, result: result, diagnostics: diagnostics)
  }

  private func make(
    _ output: PlannedOutput, _ renderer: OutputRenderer, in publication: Publication
  ) throws -> Output {
    let task = self.task(output)
    let known = last?.task(named: task.name)
    var reason = known.map { $0.reasonToRun(task) } ?? cause
    if reason == nil, let known {
      if verifies, let fault = try fault(in: known, of: output, renderer) {
        return Output(task: known, reason: .demanded, diagnostics: [fault])
      }
      if let products = try keep(known, in: publication) {
        return Output(task: known.with(products: products), reason: nil, diagnostics: [])
      }
      reason = .spoiled
    }
    return try render(output, task, reason ?? cause, renderer, in: publication)
  }

  /// Keeps the files of an earlier build, if they still hold what it wrote.
  private func keep(
    _ task: TaskRecord, in publication: Publication
  ) throws -> [KnownFile]? {
    guard !task.products.isEmpty else { return nil }
    let files = try task.products.map { product in
      Publication.KeptFile(path: try SitePath(product.path), digest: product.content.digest) {
        KnownFile.Look(output: $0) == product.look
      }
    }
    return try publication.keep(files).map { stamps in
      zip(task.products, stamps).map { product, stamp in
        KnownFile(
          path: product.path, look: KnownFile.Look(output: stamp), content: product.content)
      }
    }
  }

  /// What is wrong if an output that need not be rendered comes out differently.
  private func fault(
    in known: TaskRecord, of output: PlannedOutput, _ renderer: OutputRenderer
  ) throws -> Diagnostic? {
    var digests: [String: Digest] = [:]
    do {
      for file in try renderer.files(of: output) {
        digests[file.path.text] = Digest(of: file.bytes)
      }
    } catch is PageFailure {
      // It is told when the output is rendered to be published.
    }
    _ = renderer.takeWarnings()
    let expected = Dictionary(
      known.products.map { ($0.path, $0.content.digest) }, uniquingKeysWith: { first, _ in first })
    guard digests != expected else { return nil }
    return BuildMessage.wronglyKept(known.name, inputs: known.keys.formattedAsList).at(nil)
  }

  private func render(
    _ output: PlannedOutput, _ task: BuildTask, _ reason: RunReason, _ renderer: OutputRenderer,
    in publication: Publication
  ) throws -> Output {
    var products: [KnownFile] = []
    var diagnostics: [Diagnostic] = []
    do {
      for (path, bytes) in try renderer.files(of: output) {
        let digest = Digest(of: bytes)
        let staged = try publication.stage(bytes, at: path, digest: digest)
        products.append(KnownFile(output: path, staged.stamp, digest))
      }
    } catch let failure as PageFailure {
      diagnostics += failure.diagnostics
    }
    diagnostics += renderer.takeWarnings()
    // What has warnings is rendered each time, so that they are told each time.
    let remembered = diagnostics.isEmpty ? task : .always(task.name)
    return Output(
      task: TaskRecord(remembered, products: products, reason: reason.words), reason: reason,
      diagnostics: diagnostics)
  }
}

extension PlannedOutput {
  /// Whether it names every page, which no page does.
  fileprivate var listsWholeSite: Bool {
    switch content {
    case .sitemap, .redirectList: true
    case .page, .feed, .redirect, .asset, .themeAsset, .editionRecord, .robots: false
    }
  }
}

extension PublicationRecovery {
  /// The files that an interrupted build has written and that were put in place now.
  fileprivate var written: [SitePath] {
    switch self {
    case .none, .discarded: []
    case .finished(let written, _): written
    }
  }
}

extension BuildTask {
  private static let alwaysKey = "warnings"

  /// A task that is run in every build.
  fileprivate static func always(_ name: String) -> BuildTask {
    BuildTask(name: name, keys: [alwaysKey], fingerprints: [Fingerprint(number: 0)])
  }
}

extension RunReason {
  /// Why an output was rendered, as people are told.
  var words: String {
    switch self {
    case .unknown: "it is new"
    case .changed(let keys): "\(keys.formattedAsList) changed"
    case .spoiled: "its file was not as the last build had left it"
    case .demanded: "everything was to be built"
    }
  }
}

extension [String] {
  /// The words with commas, and `and` before the last.
  var formattedAsList: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
