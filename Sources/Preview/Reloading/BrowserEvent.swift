internal import Diagnostics

/// What a browser is told, as server-sent events spell it.
enum BrowserEvent: Sendable, Hashable {
  /// The page is not what it was.
  case reload
  /// Other files have changed, which the page may use; named by their paths.
  case files([String])
  /// What stopped the last build, as JSON; an empty list if nothing did.
  case findings(String)

  /// More files than these are not named; whatever a page uses may be among them.
  private static let most = 500

  var bytes: [UInt8] {
    switch self {
    case .reload: Self.event("reload", "{}")
    case .files(let paths) where paths.count > Self.most: Self.event("reload", "{}")
    case .files(let paths):
      Self.event("files", JSONLine.array(paths.map(JSONLine.quoted)))
    case .findings(let json): Self.event("findings", json)
    }
  }

  private static func event(_ name: String, _ data: String) -> [UInt8] {
    Array("event: \(name)\ndata: \(data)\n\n".utf8)
  }
}
