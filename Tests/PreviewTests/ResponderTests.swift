import Files
import Testing

@testable import Preview

/// What is answered to requests, well meant and other.
@Suite struct ResponderTests {
  private let output: OutputFolder
  private let site: PublishedSite
  private let hub: EventHub

  init() throws {
    output = try OutputFolder()
    site = PublishedSite(output.folder)
    hub = EventHub(site)
  }

  private func response(
    _ target: String, method: String = "GET", host: String? = "localhost:8080",
    _ headers: [String: String] = [:]
  ) -> Response {
    var headers = headers
    headers["host"] = host
    return Responder(site, hub, port: 8080).response(
      to: RequestHead(method: method, target: target, headers: headers))
  }

  /// A response as text: status, headers, body.
  private func summary(_ response: Response) -> String {
    let headers = response.headers.map { "\($0.name): \($0.value)" }
    guard case .bytes(let bytes) = response.body else { return "events" }
    return (["\(response.status.rawValue)"] + headers + [String(decoding: bytes, as: UTF8.self)])
      .joined(separator: "\n")
  }

  private func tag(_ path: String) -> String {
    "<script src=\"/_gazette/reload.js\" data-version=\"\(site.version(of: path))\" defer></script>"
  }

  @Test func aPageComesWithTheScriptBeforeTheEndOfItsBody() {
    #expect(
      summary(response("/")) == """
        200
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-cache
        ETag: "\(site.version(of: ""))"
        <!doctype html><body><p>Home</p>\(tag(""))</body>
        """)
  }

  @Test func aPageWithoutBodyTagsHasTheScriptAtItsEnd() {
    #expect(
      summary(response("/blog/a%20b/")) == """
        200
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-cache
        ETag: "\(site.version(of: "blog/a b/"))"
        <p>Ä</p>\(tag("blog/a b/"))
        """)
  }

  @Test func otherFilesComeAsTheyAre() {
    #expect(
      summary(response("/assets/style.css?v=1")) == """
        200
        Content-Type: text/css; charset=utf-8
        Cache-Control: no-cache
        ETag: "\(site.version(of: "assets/style.css"))"
        p {}
        """)
  }

  @Test func whatIsMissingIsAnsweredWithTheSitesOwnPage() throws {
    let page = """
      404
      Content-Type: text/html; charset=utf-8
      Cache-Control: no-cache
      <!doctype html><body><p>No such page</p>\(tag("nothing/"))</body>
      """
    #expect(summary(response("/nothing/")) == page)
    try output.remove("output/404.html")
    #expect(
      summary(response("/nothing/")) == """
        404
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-cache
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Not found</title></head>
        <body><h1>Not found</h1><p>Nothing is published at this address.</p>\
        <script src="/_gazette/reload.js" data-version="missing" defer></script></body></html>

        """)
  }

  @Test(arguments: [
    "/../secret/index.html", "/%2e%2e/secret/index.html", "/blog/..%2f..%2fsecret/index.html",
    "/link/", "/link/index.html", "/linked.html", "/.gazette-staging/lock", "//secret/index.html",
    "/./index.html", "/blog//a b/", "/blog/%5c..%5csecret", "/%252e%252e/secret/index.html",
    "/index.html/", "/index.html/x",
  ])
  func hostileAndOddPathsLeadNowhere(_ target: String) {
    #expect(response(target).status == .notFound)
  }

  @Test(arguments: [
    "/%00", "/a%0d%0aSet-Cookie:x", "/%", "/%4", "/%zz", "/%ff", "http://x/", "*", "",
  ])
  func whatIsNoAddressIsRefused(_ target: String) {
    #expect(
      summary(response(target)) == """
        400
        Content-Type: text/plain; charset=utf-8
        the address is not well formed

        """)
  }

  @Test func aVeryLongAddressIsRefused() {
    #expect(response("/" + String(repeating: "a", count: 5_000)).status == .uriTooLong)
    #expect(response("/" + String(repeating: "a", count: 3_000)).status == .notFound)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func otherMethodsAreRefused(_ method: String) {
    #expect(
      summary(response("/", method: method)) == """
        405
        Allow: GET, HEAD
        Content-Type: text/plain; charset=utf-8
        only GET and HEAD are answered

        """)
  }

  @Test(arguments: ["localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"])
  func thisMachineIsKnownByItsNames(_ host: String) {
    #expect(response("/", host: host).status == .ok)
  }

  @Test(arguments: [
    "example.org", "example.org:8080", "localhost", "localhost:80", "127.0.0.1", "127.0.0.2:8080",
    "localhost.example.org:8080", "localhost:8080.example.org", "", nil,
  ])
  func otherHostsAreRefused(_ host: String?) {
    for target in ["/", "/_gazette/events?page=/&version=x"] {
      #expect(
        summary(response(target, host: host)) == """
          421
          Content-Type: text/plain; charset=utf-8
          this preview answers only at http://localhost:8080/

          """)
    }
  }

  @Test func aFolderWithoutItsSlashIsRedirected() {
    #expect(
      summary(response("/blog/a%20b?x=%20y")) == """
        302
        Location: /blog/a%20b/?x=%20y
        Cache-Control: no-cache

        """)
  }

  @Test func whatTheBrowserHasIsNotSentAgain() throws {
    let tag = "\"\(site.version(of: "feed.xml"))\""
    #expect(
      summary(response("/feed.xml", ["if-none-match": "\"other\", \(tag)"])) == """
        304
        Cache-Control: no-cache
        ETag: \(tag)

        """)
    try output.write("output/feed.xml", "<fead/>")
    #expect(response("/feed.xml", ["if-none-match": tag]).status == .ok)
  }

  @Test func aSiteBelowAPathIsServedBelowIt() {
    hub.move(to: "/notes/")
    #expect(response("/notes/").status == .ok)
    #expect(response("/notes/assets/style.css").status == .ok)
    #expect(response("/assets/style.css").status == .notFound)
    for target in ["/", "/notes"] {
      #expect(
        summary(response(target)) == "302\nLocation: /notes/\nCache-Control: no-cache\n")
    }
    #expect(response("/notes/blog/a%20b").headers.first?.value == "/notes/blog/a%20b/")
  }

  @Test func thePreviewsOwnFilesAreServed() {
    for file in BrowserFile.all {
      #expect(
        summary(response(file.path))
          == "200\nContent-Type: \(file.type)\nCache-Control: no-cache\n\(file.text)")
    }
    #expect(response("/_gazette/other").status == .notFound)
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"),
    ("a.b.svg", "image/svg+xml; charset=utf-8"), ("a.ics", "text/calendar; charset=utf-8"),
    ("CNAME", "application/octet-stream"), ("html", "application/octet-stream"),
    ("a.unknown", "application/octet-stream"),
  ])
  func filesHaveTheTypeOfTheirEnding(_ name: String, _ type: String) {
    #expect(MediaType.of(name) == type)
  }

  @Test(arguments: [
    ("<body>x</body>", "<body>x#</body>"), ("<body>x</BODY >", "<body>x#</BODY >"),
    ("x", "x#"), ("", "#"), ("</body></body>", "</body>#</body>"), ("</bod", "</bod#"),
  ])
  func theScriptIsPutBeforeTheLastEndOfABody(_ page: String, _ expected: String) {
    let tag = "<script src=\"/_gazette/reload.js\" data-version=\"v\" defer></script>"
    #expect(
      String(decoding: ScriptTag.added(to: Array(page.utf8), version: "v"), as: UTF8.self)
        == expected.replacing("#", with: tag))
  }
}

/// What is read of the heads of requests.
@Suite struct RequestHeadTests {
  @Test func aHeadIsRead() {
    let text = "GET /a?b=c%20d&e HTTP/1.1\r\nHost: localhost:1\r\nX-A:  b \r\nconnection: close"
    let head = RequestHead(Array(text.utf8)[...])
    #expect(
      head
        == RequestHead(
          method: "GET", target: "/a?b=c%20d&e",
          headers: ["host": "localhost:1", "x-a": "b ", "connection": "close"],
          keepsConnection: false))
    #expect(head?.path == "/a")
    #expect(head?.queryValues == ["b": "c d"])
  }

  @Test func aHeaderThatIsSentTwiceCountsForNothing() {
    let text = "GET / HTTP/1.1\r\nHost: localhost:1\r\nHost: example.org"
    #expect(RequestHead(Array(text.utf8)[...])?.headers == [:])
  }

  @Test(arguments: [
    "", "GET /", "GET / HTTP/2", "GET  / HTTP/1.1", "GET / HTTP/1.1\r\nHost",
    "GET / HTTP/1.1\r\nA b: c", "GET / HTTP/1.1\r\n folded: x", "GET / HTTP/1.1\nHost: a",
  ])
  func whatIsNoHeadIsRefused(_ text: String) {
    #expect(RequestHead(Array(text.utf8)[...]) == nil)
  }
}
