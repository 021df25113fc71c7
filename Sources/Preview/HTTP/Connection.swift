internal import FlyingSocks

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Answers the requests on one connection, one after the other.
struct Connection: Sendable {
  let socket: AsyncSocket
  let answer: @Sendable (RequestHead) -> Response

  /// Answers until either side ends the connection, which is closed then.
  func run() async {
    defer { try? socket.close() }
    var received: [UInt8] = []
    do {
      while let head = try await nextHead(&received) {
        guard try await respond(to: head) else { return }
      }
    } catch {
      // The browser has gone, and there is nobody left to tell.
    }
  }

  private static let end = Array("\r\n\r\n".utf8)

  /// Reads the head of the next request; `nil` if there is none or it cannot be one.
  private func nextHead(_ received: inout [UInt8]) async throws -> RequestHead? {
    while true {
      if let end = received.firstRange(of: Self.end) {
        let head = RequestHead(received[..<end.lowerBound])
        received.removeSubrange(..<end.upperBound)
        if head == nil { try await refuse(.badRequest, "this is no request for a page") }
        return head
      }
      guard received.count <= RequestHead.limit else {
        try await refuse(.headTooLarge, "the request's headers are too long")
        return nil
      }
      received += try await socket.read(atMost: 4_096)
    }
  }

  private func refuse(_ status: Response.Status, _ text: String) async throws {
    let response = Response.text(status, text)
    guard case .bytes(let body) = response.body else { return }
    try await socket.write(Data(response.head(keepsConnection: false) + body))
  }

  /// Returns whether another request may follow.
  private func respond(to head: RequestHead) async throws -> Bool {
    let response = answer(head)
    switch response.body {
    case .bytes(let bytes):
      let keeps = head.keepsConnection && !head.announcesBody
      let body = head.method == "HEAD" || response.status == .notModified ? [] : bytes
      // Head and body go together, so that none of them waits for a sign that the other came.
      try await socket.write(Data(response.head(keepsConnection: keeps) + body))
      return keeps
    case .events(let events):
      try await socket.write(Data(response.head(keepsConnection: false)))
      if head.method != "HEAD" { await send(events) }
      return false
    }
  }

  /// Sends events until there are no more or the browser ends the connection.
  private func send(_ events: EventSubscription) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await event in events.stream {
          do { try await socket.write(Data(event)) } catch { return }
        }
      }
      group.addTask {
        // A browser sends nothing more; reading fails when it goes.
        while (try? await socket.read(atMost: 1_024)) != nil {}
      }
      await group.next()
      group.cancelAll()
    }
    events.end()
  }
}
