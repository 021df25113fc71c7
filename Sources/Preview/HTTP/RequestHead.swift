/// The first line and the headers of a request.
struct RequestHead: Sendable, Hashable {
  let method: String
  /// What is asked for, as it was sent.
  let target: String
  /// By their names in small letters; one that was sent twice is not among them.
  let headers: [String: String]
  /// Whether the client may send another request on the same connection.
  let keepsConnection: Bool

  /// The longest head that is read, in bytes.
  static let limit = 16 * 1_024

  /// Reads a head without the empty line that ends it; `nil` if it is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(words[2]) else { return nil }
    var headers: [String: String] = [:]
    var repeated: Set<String> = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = line[..<colon].lowercased()
      let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      guard isName else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      if headers.updateValue(String(value), forKey: name) != nil { repeated.insert(name) }
    }
    for name in repeated { headers[name] = nil }
    method = String(words[0])
    target = String(words[1])
    self.headers = headers
    let connection = headers["connection"]?.lowercased() ?? ""
    keepsConnection =
      words[2] == "HTTP/1.1" ? !connection.contains("close") : connection.contains("keep-alive")
  }

  init(
    method: String, target: String, headers: [String: String], keepsConnection: Bool = true
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.keepsConnection = keepsConnection
  }

  /// Whether a body follows, which no request for a page has.
  var announcesBody: Bool {
    headers["transfer-encoding"] != nil || headers["content-length"].map { $0 != "0" } ?? false
  }

  /// The target without its query.
  var path: Substring { target.prefix { $0 != "?" } }

  /// The query without its question mark; empty if there is none.
  var query: Substring { target.dropFirst(path.count).dropFirst() }

  /// The values of the query by their names, decoded; what cannot be decoded is left out.
  var queryValues: [String: String] {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = PercentCoding.decoded(parts[1]) else { continue }
      values[String(parts[0])] = value
    }
    return values
  }
}
