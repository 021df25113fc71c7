import Diagnostics
import Files
import Foundation
import Testing

@testable import Preview

/// A server that runs, and a client that speaks to it over a socket.
@Suite struct PreviewServerTests {
  private let output: OutputFolder
  private let server: PreviewServer

  init() throws {
    output = try OutputFolder()
    server = try PreviewServer(output.folder, port: 0)
    server.start(basePath: "/")
  }

  private func request(_ line: String, _ headers: [String] = []) -> String {
    ([line, "Host: localhost:\(server.port)"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
  }

  @Test func severalRequestsAreAnsweredOnOneConnection() async throws {
    let client = try SocketClient(port: server.port)
    try client.send(request("GET /feed.xml HTTP/1.1") + request("HEAD /feed.xml HTTP/1.1"))
    try client.send(request("GET /feed.xml HTTP/1.1", ["Connection: close"]))
    let tag = PublishedSite(output.folder).version(of: "feed.xml")
    func head(_ connection: String) -> String {
      [
        "HTTP/1.1 200 OK", "Content-Type: application/xml; charset=utf-8",
        "Cache-Control: no-cache", "ETag: \"\(tag)\"", "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin", "Content-Length: 7",
        "Connection: \(connection)", "\r\n",
      ].joined(separator: "\r\n")
    }
    #expect(
      try await client.readToEnd() == head("keep-alive") + "<feed/>" + head("keep-alive")
        + head("close") + "<feed/>")
    await server.stop()
  }

  @Test func aConnectionThatSendsNoRequestIsEnded() async throws {
    let client = try SocketClient(port: server.port)
    try client.send("nonsense\r\n\r\n")
    #expect(try await client.readToEnd().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
    let long = try SocketClient(port: server.port)
    try long.send(request("GET / HTTP/1.1", ["X: " + String(repeating: "x", count: 30_000)]))
    #expect(
      try await long.readToEnd().hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"))
    let body = try SocketClient(port: server.port)
    try body.send(request("POST / HTTP/1.1", ["Content-Length: 4"]) + "GET ")
    #expect(try await body.readToEnd().hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
    await server.stop()
  }

  @Test func eventsComeAfterAChangeAnErrorAndItsMending() async throws {
    let version = PublishedSite(output.folder).version(of: "")
    let client = try SocketClient(port: server.port)
    try client.send(request("GET /_gazette/events?page=%2F&version=\(version) HTTP/1.1"))
    _ = try await client.read(upTo: "event: findings\ndata: []\n\n")
    server.refuse(
      [Diagnostic(rule: "S01", severity: .error, message: "wrong", location: nil)], sources: [:])
    #expect(try await client.read(upTo: "\n\n").contains("\"message\":\"wrong\""))
    server.publish(changed: [], basePath: "/")
    #expect(try await client.read(upTo: "\n\n") == "event: findings\ndata: []\n\n")
    #expect(try await client.read(upTo: "\n\n") == "event: files\ndata: []\n\n")
    try output.write("output/index.html", "<p>New</p>")
    server.publish(changed: [try SitePath("index.html")], basePath: "/")
    #expect(try await client.read(upTo: "reload\ndata: {}\n\n").hasSuffix("reload\ndata: {}\n\n"))
    await server.stop()
    #expect(try await client.readToEnd() == "")
  }

  @Test func aPortThatIsTakenIsToldOf() async throws {
    let output = output.folder
    #expect(throws: PreviewError.portInUse(server.port)) {
      try PreviewServer(output, port: server.port)
    }
    await server.stop()
    let next = try PreviewServer(output, port: server.port)
    await next.stop()
  }

  @Test func readersNeverSeeHalfAPage() async throws {
    let pages = ["a", "b"].map { String(repeating: $0, count: 200_000) }
    try output.write("output/page.txt", pages[0])
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [output, pages] in
        for round in 0..<50 { try? output.write("output/page.txt", pages[round % 2]) }
      }
      for _ in 0..<2 {
        group.addTask { [server, pages] in
          for _ in 0..<50 {
            let client = try? SocketClient(port: server.port)
            try? client?.send(
              "GET /page.txt HTTP/1.1\r\nHost: localhost:\(server.port)\r\nConnection: close\r\n\r\n"
            )
            let answer = (try? await client?.readToEnd()) ?? ""
            let body = answer.firstRange(of: "\r\n\r\n").map { answer[$0.upperBound...] } ?? ""
            #expect(pages.contains { $0 == body })
          }
        }
      }
    }
    await server.stop()
  }
}
