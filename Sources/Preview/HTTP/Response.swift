/// What is answered to a request.
struct Response: Sendable {
  var status: Status
  /// In the order in which they are sent.
  var headers: [(name: String, value: String)]
  var body: Body

  enum Body: Sendable {
    case bytes([UInt8])
    /// A stream of events, which lasts until either side ends it.
    case events(EventSubscription)
  }

  /// How a request went, by HTTP's number.
  enum Status: Int, Sendable {
    case ok = 200
    case found = 302
    case notModified = 304
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case uriTooLong = 414
    case misdirected = 421
    case headTooLarge = 431
    case internalError = 500
    case unavailable = 503

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .found: "Found"
      case .notModified: "Not Modified"
      case .badRequest: "Bad Request"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .uriTooLong: "URI Too Long"
      case .misdirected: "Misdirected Request"
      case .headTooLarge: "Request Header Fields Too Large"
      case .internalError: "Internal Server Error"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  init(_ status: Status, _ headers: [(String, String)] = [], _ body: Body = .bytes([])) {
    self.status = status
    self.headers = headers.map { (name: $0.0, value: $0.1) }
    self.body = body
  }

  /// A message in plain words.
  static func text(
    _ status: Status, _ text: String, _ headers: [(String, String)] = []
  ) -> Response {
    Response(
      status, headers + [("Content-Type", "text/plain; charset=utf-8")],
      .bytes(Array((text + "\n").utf8)))
  }

  /// The bytes before the body.
  ///
  /// - Parameter keepsConnection: Whether another request may follow.
  func head(keepsConnection: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    // No page needs more, and none may be read from other sites.
    text += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    switch body {
    case .bytes(let bytes) where status != .notModified:
      text += "Content-Length: \(bytes.count)\r\n"
    case .bytes, .events: break
    }
    text += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }
}
