package import Diagnostics
package import Files
internal import Synchronization

/// Serves a built site to browsers on this machine and tells them when to reload.
///
/// ```swift
/// let server = try PreviewServer(Folder("output"), port: 8080)
/// server.start(basePath: "/")  // once there is something to serve
/// server.publish(changed: result.changed, basePath: "/")  // after each build
/// ```
///
/// It answers at loopback addresses alone and only to requests that name them, reads nothing outside
/// the output folder, and changes nothing in it.
package final class PreviewServer: Sendable {
  private let site: PublishedSite
  private let hub: EventHub
  private let listener: Listener
  private let running = Mutex<Task<Void, any Error>?>(nil)

  /// Takes a port, any free one for 0; browsers that come are answered once it is started.
  package init(_ output: Folder, port: Int) throws(PreviewError) {
    site = PublishedSite(output)
    hub = EventHub(site)
    listener = try Listener(port: port)
  }

  /// The port that was taken.
  package var port: Int { listener.port }

  /// Begins to answer.
  ///
  /// - Parameter basePath: The path below which the site's pages refer to each other.
  package func start(basePath: String) {
    hub.move(to: basePath)
    let responder = Responder(site, hub, port: port)
    running.withLock { running in
      running = Task { [listener] in try await listener.run { responder.response(to: $0) } }
    }
  }

  /// Ends all connections and gives the port back.
  package func stop() async {
    guard let task = running.withLock({ $0.take() }) else { return listener.close() }
    task.cancel()
    _ = await task.result
  }

  /// Tells browsers that a build has published, and which files are not what they were.
  package func publish(changed: [SitePath], basePath: String?) {
    hub.publish(changed: changed, basePath: basePath)
  }

  /// Tells browsers which findings stopped a build; what was published before stays.
  ///
  /// - Parameter sources: The files that the findings point into, by name.
  package func refuse(_ findings: [Diagnostic], sources: [String: SourceFile]) {
    hub.refuse(FindingsMessage(findings, sources: sources))
  }

  /// Tells browsers that a build could not be done for a reason that is in no source.
  package func refuse(because problem: String) { hub.refuse(FindingsMessage(problem: problem)) }
}
