public import GregorianCalendar

/// Writes sitemaps (sitemaps.org, protocol 0.9), with an index when one file cannot hold them all.
public enum Sitemap {
  /// A page that search engines may list.
  public struct Entry: Sendable, Hashable {
    /// The page's complete address, which the protocol wants below the sitemap's folder.
    public var page: AbsoluteURL
    /// When the content last changed, if it is known.
    public var lastChanged: LastChange?

    /// Makes an entry, by default for a page of which nobody knows when it changed.
    public init(page: AbsoluteURL, lastChanged: LastChange? = nil) {
      self.page = page
      self.lastChanged = lastChanged
    }
  }

  /// How exactly it is known when a page changed.
  public enum LastChange: Sendable, Hashable {
    case day(CalendarDay)
    case instant(Timestamp)
  }

  /// A file to publish.
  public struct File: Sendable, Hashable {
    /// `sitemap.xml`, or `sitemap-1.xml` and so on for the parts of an index.
    public let name: String
    /// The whole file, XML in UTF-8.
    public let bytes: [UInt8]
  }

  /// Returns `sitemap.xml` and, if there are more than one file can hold, the parts it names.
  ///
  /// The files belong into `folder`, and the protocol lets them name pages below it only.
  public static func files(
    for entries: [Entry], in folder: AbsoluteURL, limits: Limits = .ofProtocol
  ) -> [File] {
    var parts = [[UInt8]]()
    var rest = entries[...]
    repeat {
      let part = rest.prefix(count(fitting: limits, of: rest))
      parts.append(encode(part))
      rest = rest.dropFirst(part.count)
    } while !rest.isEmpty
    guard parts.count > 1 else { return [File(name: "sitemap.xml", bytes: parts[0])] }
    let files = parts.enumerated().map { index, bytes in
      File(name: "sitemap-\(index + 1).xml", bytes: bytes)
    }
    let addresses = files.map { folder.appending(path: $0.name) }
    return [File(name: "sitemap.xml", bytes: encodeIndex(addresses))] + files
  }

  /// How much one file may hold.
  public struct Limits: Sendable, Hashable {
    /// The number of pages.
    public let entries: Int
    /// The length of the file before compression.
    public let bytes: Int

    /// Makes limits of at least one page and one byte.
    public init(entries: Int, bytes: Int) {
      precondition(entries > 0 && bytes > 0, "a sitemap must be able to hold something")
      self.entries = entries
      self.bytes = bytes
    }

    /// 50,000 pages and 50 MiB.
    public static let ofProtocol = Limits(entries: 50_000, bytes: 50 * 1_024 * 1_024)
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// How many of the first entries fit; at least one, so that work always goes on.
  private static func count(fitting limits: Limits, of entries: ArraySlice<Entry>) -> Int {
    // Tags, indentation and a date; an escaped character takes up to six bytes.
    let frame = 256
    var bytes = frame
    var count = 0
    for entry in entries.prefix(limits.entries) {
      bytes += frame + 6 * entry.page.text.utf8.count
      if bytes > limits.bytes, count > 0 { break }
      count += 1
    }
    return count
  }

  private static func encode(_ entries: ArraySlice<Entry>) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("urlset", [("xmlns", namespace)]) { xml in
      for entry in entries {
        xml.element("url") { xml in
          xml.element("loc", text: entry.page.text)
          switch entry.lastChanged {
          case .day(let day): xml.element("lastmod", text: day.description)
          case .instant(let instant): xml.element("lastmod", text: instant.rfc3339)
          case nil: break
          }
        }
      }
    }
    return xml.bytes
  }

  private static func encodeIndex(_ addresses: [AbsoluteURL]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("sitemapindex", [("xmlns", namespace)]) { xml in
      for address in addresses {
        xml.element("sitemap") { xml in xml.element("loc", text: address.text) }
      }
    }
    return xml.bytes
  }
}
