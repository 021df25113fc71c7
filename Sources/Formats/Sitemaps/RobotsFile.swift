/// What `robots.txt` asks of crawlers (RFC 9309).
public struct RobotsFile: Sendable, Hashable {
  /// In the order in which they are written; without any, everything may be crawled.
  public var groups: [Group]
  /// Complete addresses of the site's sitemaps, which are for crawlers of every group.
  public var sitemaps: [AbsoluteURL]

  /// Asks for `groups` in their order; without any, everything may be crawled.
  public init(groups: [Group] = [], sitemaps: [AbsoluteURL] = []) {
    self.groups = groups
    self.sitemaps = sitemaps
  }

  /// Rules for some crawlers.
  public struct Group: Sendable, Hashable {
    /// Names of crawlers, or `*` for all that no other group names.
    public var crawlers: [String]
    /// Paths that may be crawled although `disallowed` names a folder above them.
    public var allowed: [String]
    /// Paths that must not be crawled; `/` means the whole site.
    public var disallowed: [String]

    /// Makes a group, by default one that lets every crawler go everywhere.
    public init(crawlers: [String] = ["*"], allowed: [String] = [], disallowed: [String] = []) {
      self.crawlers = crawlers
      self.allowed = allowed
      self.disallowed = disallowed
    }
  }

  /// The file's bytes.
  public func encoded() -> [UInt8] {
    var lines = [String]()
    for group in groups.isEmpty ? [Group()] : groups {
      lines += group.crawlers.map { "User-agent: \(Self.singleLine($0))" }
      lines += group.allowed.map { "Allow: \(Self.path($0))" }
      lines += group.disallowed.map { "Disallow: \(Self.path($0))" }
      // An empty rule says plainly that nothing is forbidden.
      if group.allowed.isEmpty, group.disallowed.isEmpty { lines.append("Disallow:") }
      lines.append("")
    }
    lines += sitemaps.map { "Sitemap: \($0.text)" }
    if lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Keeps a name on its line, and free of the comment sign.
  private static func singleLine(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "#" })
  }

  /// Encodes a path; `*` and `$` keep the meaning that robots files give them.
  private static func path(_ text: String) -> String {
    PercentEncoding.encode(text.utf8, keeping: .path)
  }
}
