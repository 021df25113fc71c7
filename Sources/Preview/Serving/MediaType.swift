/// What kind of thing a file is, as browsers are told, by the end of its name.
enum MediaType {
  static func of(_ name: some StringProtocol) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard name.contains("."), let type = types[ending] else { return "application/octet-stream" }
    return type
  }

  static let html = "text/html; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let style = "text/css; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"

  private static let types = [
    "atom": "application/atom+xml; charset=utf-8",
    "avif": "image/avif",
    "css": style,
    "csv": "text/csv; charset=utf-8",
    "eml": "message/rfc822",
    "gif": "image/gif",
    "htm": html,
    "html": html,
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": script,
    "json": "application/json; charset=utf-8",
    "mjs": script,
    "md": "text/markdown; charset=utf-8",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "png": "image/png",
    "rss": "application/rss+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "wasm": "application/wasm",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "zip": "application/zip",
  ]
}
