internal import Files
internal import Synchronization

/// Knows which pages are open in browsers, and tells them what concerns them.
final class EventHub: Sendable {
  private let site: PublishedSite
  private let state: Mutex<State>

  private struct State {
    var basePath = "/"
    /// What stopped the last build, as browsers get it.
    var findings = FindingsMessage.none
    var nextNumber = 0
    var subscribers: [Int: Subscriber] = [:]
  }

  private struct Subscriber {
    /// The address of its page below the site's own, decoded; `nil` if it lies elsewhere.
    let page: String?
    /// What it shows.
    let version: String
    let events: AsyncStream<[UInt8]>.Continuation
  }

  init(_ site: PublishedSite) {
    self.site = site
    state = Mutex(State())
  }

  /// Takes the path below which the site's pages refer to each other.
  func move(to basePath: String) { state.withLock { $0.basePath = basePath } }

  var basePath: String { state.withLock { $0.basePath } }

  /// Begins to tell a page what is new; one that shows something old is told at once.
  ///
  /// - Parameters:
  ///   - page: Its path, decoded.
  ///   - version: That of the bytes it shows.
  func subscribe(to page: String, version: String) -> EventSubscription {
    let (stream, events) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(64))
    let (number, path) = state.withLock { state in
      state.nextNumber += 1
      let path =
        page.hasPrefix(state.basePath) ? String(page.dropFirst(state.basePath.count)) : nil
      state.subscribers[state.nextNumber] = Subscriber(page: path, version: version, events: events)
      events.yield(BrowserEvent.findings(state.findings.json).bytes)
      return (state.nextNumber, path)
    }
    if site.version(of: path) != version { events.yield(BrowserEvent.reload.bytes) }
    return EventSubscription(stream: stream) { [weak self] in self?.remove(number) }
  }

  private func remove(_ number: Int) {
    let events = state.withLock { $0.subscribers.removeValue(forKey: number)?.events }
    events?.finish()
  }

  /// Tells browsers of a build that has published, and that nothing is wrong any more.
  func publish(changed: [SitePath], basePath: String?) {
    let (subscribers, base) = state.withLock { state in
      state.basePath = basePath ?? state.basePath
      state.findings = .none
      return (Array(state.subscribers.values), state.basePath)
    }
    guard !subscribers.isEmpty else { return }
    let files = BrowserEvent.files(
      changed.filter { MediaType.of($0.name) != MediaType.html }.map { base + $0.text })
    for subscriber in subscribers {
      subscriber.events.yield(BrowserEvent.findings(FindingsMessage.none.json).bytes)
      let isOld = site.version(of: subscriber.page) != subscriber.version
      subscriber.events.yield(isOld ? BrowserEvent.reload.bytes : files.bytes)
    }
  }

  /// Tells browsers why nothing was published.
  func refuse(_ findings: FindingsMessage) {
    let subscribers = state.withLock { state in
      state.findings = findings
      return Array(state.subscribers.values)
    }
    for subscriber in subscribers {
      subscriber.events.yield(BrowserEvent.findings(findings.json).bytes)
    }
  }
}

extension PublishedSite {
  /// The version of a page that may lie outside the site.
  fileprivate func version(of page: String?) -> String {
    page.map { version(of: $0) } ?? missingVersion
  }
}

/// The events for one page, until they end.
struct EventSubscription: Sendable {
  let stream: AsyncStream<[UInt8]>
  let end: @Sendable () -> Void
}
