/// What an address tells without being followed.
struct WebAddress {
  /// In small letters; `nil` for an address inside the site.
  let host: String?
  /// What comes after the host, without query and fragment.
  private let path: Substring.UTF8View
  private let query: Substring.UTF8View

  init(_ address: String) {
    let bytes = address.utf8
    let slash = UInt8(ascii: "/")
    var rest = bytes[...]
    var host: String?
    if let first = bytes.firstIndex(of: slash), bytes[bytes.index(after: first)...].first == slash {
      let start = bytes.index(first, offsetBy: 2)
      let end = bytes[start...].firstIndex { "/?#:".utf8.contains($0) } ?? bytes.endIndex
      host = start < end ? address[start..<end].lowercased() : nil
      rest = bytes[end...]
    }
    self.host = host
    let pathEnd = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    self.path = rest[..<(pathEnd ?? rest.endIndex)]
    self.query =
      pathEnd.map { rest[$0...].prefix { $0 != UInt8(ascii: "#") } } ?? rest[rest.endIndex...]
  }

  private static let trackers: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "twclid", "yclid",
  ]

  /// The first parameter that tells who followed a link.
  var trackingParameter: String? {
    query.dropFirst().split(separator: UInt8(ascii: "&")).lazy
      .map { String(Substring($0.prefix { $0 != UInt8(ascii: "=") })) }
      .first { $0.lowercased().hasPrefix("utm_") || Self.trackers.contains($0.lowercased()) }
  }

  /// The kind of document it leads to that is no web page, with its article.
  var documentKind: String? {
    let ending = path.suffix(5).map { $0 | 0x20 }
    if ending.suffix(4) == Array(".pdf".utf8) { return "a PDF" }
    let decks = [".ppt", ".pptx", ".odp", ".key"]
    if decks.contains(where: { ending.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      return "a slide deck"
    }
    switch host {
    case "sway.office.com", "sway.cloud.microsoft": return "a Sway"
    case "slideshare.net", "www.slideshare.net", "prezi.com": return "a slide deck"
    case "docs.google.com":
      return path.starts(with: "/presentation".utf8) ? "a slide deck" : nil
    default: return nil
    }
  }
}
