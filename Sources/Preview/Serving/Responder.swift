internal import Files

/// Answers requests for the files of a site, and for what makes its pages reload.
struct Responder: Sendable {
  private let site: PublishedSite
  private let hub: EventHub
  private let port: Int

  init(_ site: PublishedSite, _ hub: EventHub, port: Int) {
    self.site = site
    self.hub = hub
    self.port = port
  }

  /// The longest address that is looked up, in bytes.
  private static let longestTarget = 4_000

  func response(to request: RequestHead) -> Response {
    guard HostCheck.allows(request.headers["host"], port: port) else {
      return .text(.misdirected, "this preview answers only at http://localhost:\(port)/")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(.methodNotAllowed, "only GET and HEAD are answered", [("Allow", "GET, HEAD")])
    }
    guard request.target.utf8.count <= Self.longestTarget else {
      return .text(.uriTooLong, "the address is too long")
    }
    guard request.path.hasPrefix("/"), let path = PercentCoding.decoded(request.path),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return .text(.badRequest, "the address is not well formed") }
    if path.hasPrefix(BrowserFile.folder) { return response(toOwn: path, request) }
    do {
      return try response(to: path, request)
    } catch {
      return .text(.internalError, error.description)
    }
  }

  // MARK: The site

  private func response(to path: String, _ request: RequestHead) throws(FileError) -> Response {
    let base = hub.basePath
    guard path.hasPrefix(base) else {
      return path == "/" || path + "/" == base ? redirect(to: base, request) : try missing()
    }
    switch try site.answer(to: String(path.dropFirst(base.count))) {
    case .file(let file, let stamp): return try response(with: file, stamp, request)
    case .folder(let folder): return redirect(to: "\(base)\(folder.text)/", request)
    case .missing: return try missing()
    }
  }

  private func redirect(to path: String, _ request: RequestHead) -> Response {
    let query = request.query.isEmpty ? "" : "?\(request.query)"
    return Response(
      .found, [("Location", PercentCoding.encoded(path) + query), ("Cache-Control", "no-cache")])
  }

  private func response(
    with file: SitePath, _ stamp: FileStamp, _ request: RequestHead
  ) throws(FileError) -> Response {
    let asked = request.headers["if-none-match"]?.split(separator: ",").map {
      $0.drop { $0 == " " }
    }
    if asked?.contains(where: { $0 == "\"\(stamp.version)\"" }) == true {
      return Response(
        .notModified, [("Cache-Control", "no-cache"), ("ETag", "\"\(stamp.version)\"")])
    }
    guard let contents = try site.read(file) else { return try missing() }
    return response(.ok, with: file, contents, version: contents.stamp.version)
  }

  private func missing() throws(FileError) -> Response {
    guard case .file(let file, _) = try site.notFoundPage(), let contents = try site.read(file)
    else {
      let page = ScriptTag.added(to: Array(Self.emptyPage.utf8), version: "missing")
      return Response(
        .notFound, [("Content-Type", MediaType.html), ("Cache-Control", "no-cache")],
        .bytes(page))
    }
    return response(
      .notFound, with: file, contents, version: "missing-" + contents.stamp.version)
  }

  private static let emptyPage = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Not found</title></head>
    <body><h1>Not found</h1><p>Nothing is published at this address.</p></body></html>

    """

  private func response(
    _ status: Response.Status, with file: SitePath, _ contents: FileContents, version: String
  ) -> Response {
    let type = MediaType.of(file.name)
    let bytes =
      type == MediaType.html
      ? ScriptTag.added(to: contents.bytes, version: version) : contents.bytes
    var headers = [("Content-Type", type), ("Cache-Control", "no-cache")]
    if status == .ok { headers.append(("ETag", "\"\(version)\"")) }
    return Response(status, headers, .bytes(bytes))
  }

  // MARK: What makes pages reload

  private func response(toOwn path: String, _ request: RequestHead) -> Response {
    if path == BrowserFile.eventsPath {
      let values = request.queryValues
      let events = hub.subscribe(to: values["page"] ?? "", version: values["version"] ?? "")
      return Response(
        .ok, [("Content-Type", MediaType.events), ("Cache-Control", "no-store")], .events(events))
    }
    guard let file = BrowserFile.all.first(where: { $0.path == path }) else {
      return .text(.notFound, "there is no such file")
    }
    return Response(
      .ok, [("Content-Type", file.type), ("Cache-Control", "no-cache")],
      .bytes(Array(file.text.utf8)))
  }
}
