internal import Dispatch
internal import Files
internal import Foundation
internal import Preview
internal import SiteBuild

/// Builds a site whenever something of it changes and tells browsers and the terminal what came of
/// it, until the watcher is stopped.
struct PreviewSession {
  private let options: SiteBuilder.Options
  private let isInstantFixed: Bool
  private let server: PreviewServer
  private let watcher: FolderWatcher
  private var builder: ResidentBuilder
  private let queue = DispatchQueue(label: "gazette.watch")
  private var isServing = false
  /// Whether the last build could not even begin, as another one was at work.
  private var mustTryAgain = false
  /// When the last build began, in seconds since 1970.
  private var lastInstant = 0

  /// How long nothing must change before there is time for what can wait, in milliseconds.
  private static let rest = 300
  /// How long another build is waited for, in milliseconds.
  private static let patience = 1_000

  /// - Parameter isInstantFixed: Whether every build is as at the instant of the options, and not
  ///   as at its own.
  init(
    _ options: SiteBuilder.Options, isInstantFixed: Bool, server: PreviewServer,
    watcher: FolderWatcher
  ) {
    self.options = options
    self.isInstantFixed = isInstantFixed
    self.server = server
    self.watcher = watcher
    builder = ResidentBuilder(options)
  }

  /// Builds and serves until the watcher is stopped; throws if the first build cannot be done.
  mutating func run() async throws {
    var changes: FolderChanges? = .everything
    while let news = changes {
      try await build(news)
      changes = try await nextChanges()
    }
    // What is not saved now only costs the next build some time.
    _ = try? await builder.settle()
  }
}

// MARK: - Building

extension PreviewSession {
  private mutating func build(_ changes: FolderChanges) async throws {
    let start = ContinuousClock.now
    lastInstant = Self.now
    do {
      let report = try await builder.build(changes, at: instant)
      mustTryAgain = false
      try tell(report, after: ContinuousClock.now - start)
    } catch let error as FileError {
      if case .lockedBy = error.reason { mustTryAgain = true }
      guard isServing || mustTryAgain else { throw error }
      Gazette.report(error.message)
      server.refuse(because: error.message)
    }
  }

  private func tell(_ report: BuildReport, after time: Duration) throws {
    guard let result = report.result else {
      // Browsers first, as in the other case.
      server.refuse(report.diagnostics, sources: report.findingSources)
      Gazette.report(report.text())
      return Gazette.report(BuildCommand.refusal(report.diagnostics))
    }
    if isServing {
      server.publish(
        changed: result.added + result.changed + result.removed, basePath: builder.basePath)
    }
    if !report.diagnostics.isEmpty { Gazette.report(report.text()) }
    let summary = BuildSummary(
      report, milliseconds: Int((time / .milliseconds(1)).rounded()), explains: false)
    Self.say(report.extent == .texts ? summary.counts() : summary.text())
    if report.extent != .texts { try report.nextDue?.save(in: options.source) }
  }

  private var instant: BuildInstant { isInstantFixed ? options.instant : .seconds(Self.now) }

  private static var now: Int { Int(Date().timeIntervalSince1970) }

  /// Prints a line that must not wait in a buffer.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}

// MARK: - Waiting

extension PreviewSession {
  /// Waits until something is to be built; `nil` when all is to end.
  private mutating func nextChanges() async throws -> FolderChanges? {
    if isServing {
      guard let soon = try await wait(for: Self.rest) else { return nil }
      if !soon.isEmpty { return soon }
    }
    if try await !settle() { return .everything }
    serve()
    while true {
      guard let changes = try await wait(for: timeLeft) else { return nil }
      if !changes.isEmpty || mustTryAgain || isDue { return changes }
    }
  }

  /// Does what can wait; returns false if the site must be built again.
  private mutating func settle() async throws -> Bool {
    do {
      return try await builder.settle()
    } catch let error as FileError {
      // Another build is at work: what it does is seen when this one next builds.
      guard case .lockedBy = error.reason else { throw error }
      return true
    }
  }

  /// Lets browsers in, the first time.
  private mutating func serve() {
    guard !isServing else { return }
    isServing = true
    let path = builder.basePath ?? "/"
    server.start(basePath: path)
    Self.say("serving http://localhost:\(server.port)\(path) (Ctrl-C ends it)")
  }

  private func wait(for milliseconds: Int?) async throws -> FolderChanges? {
    // A thread of its own waits, since those that build and answer must not.
    let result = await withCheckedContinuation { continuation in
      queue.async { [watcher] in
        continuation.resume(
          returning: Result { () throws(FileError) in try watcher.next(within: milliseconds) })
      }
    }
    return try result.get()
  }

  /// How long to wait for changes, in milliseconds; `nil` for ever.
  private var timeLeft: Int? {
    if mustTryAgain { return Self.patience }
    // An hour at most, as the clock may be set.
    return nextInstant.map { min(max(0, $0 - Self.now) + 1, 3_600) * 1_000 }
  }

  /// Whether the site has changed by itself.
  private var isDue: Bool { nextInstant.map { $0 <= Self.now } ?? false }

  /// When the site next changes by itself, if it has not been tried to build it since.
  private var nextInstant: Int? {
    guard !isInstantFixed, let next = builder.nextChange, next > lastInstant else { return nil }
    return next
  }
}
