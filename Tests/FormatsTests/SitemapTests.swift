import Formats
import GregorianCalendar
import Testing

@Suite struct SitemapTests {
  private let home: AbsoluteURL

  init() throws { home = try #require(AbsoluteURL("https://example.org/")) }

  private func texts(_ files: [Sitemap.File]) -> [String] {
    files.map { "\($0.name)\n" + String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func oneFileHoldsFewPages() throws {
    let day = try #require(CalendarDay(year: 2021, month: 9, day: 30))
    let instant = try #require(Timestamp(day: day, hour: 9))
    let files = Sitemap.files(
      for: [
        .init(page: home, lastChanged: .day(day)),
        .init(page: home.appending(path: "a&b/"), lastChanged: .instant(instant)),
        .init(page: home.appending(path: "c/")),
      ], in: home)
    #expect(
      texts(files) == [
        """
        sitemap.xml
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://example.org/</loc>
            <lastmod>2021-09-30</lastmod>
          </url>
          <url>
            <loc>https://example.org/a&amp;b/</loc>
            <lastmod>2021-09-30T09:00:00Z</lastmod>
          </url>
          <url>
            <loc>https://example.org/c/</loc>
          </url>
        </urlset>

        """
      ])
  }

  @Test func moreThanTheLimitIsSplitUnderAnIndex() {
    let entries = (1...5).map { Sitemap.Entry(page: home.appending(path: "\($0)/")) }
    let files = Sitemap.files(for: entries, in: home, limits: .init(entries: 2, bytes: 100_000))
    #expect(
      files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    #expect(
      texts(files)[0] == """
        sitemap.xml
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap>
            <loc>https://example.org/sitemap-1.xml</loc>
          </sitemap>
          <sitemap>
            <loc>https://example.org/sitemap-2.xml</loc>
          </sitemap>
          <sitemap>
            <loc>https://example.org/sitemap-3.xml</loc>
          </sitemap>
        </sitemapindex>

        """)
    #expect(
      texts(files)[3] == """
        sitemap-3.xml
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://example.org/5/</loc>
          </url>
        </urlset>

        """)
  }

  @Test func longAddressesAreSplitByBytes() {
    let long = String(repeating: "&", count: 700)
    let entries = (1...4).map { Sitemap.Entry(page: home.appending(path: "\($0)\(long)")) }
    let files = Sitemap.files(for: entries, in: home, limits: .init(entries: 50, bytes: 10_000))
    #expect(files.count == 3)
    #expect(files.allSatisfy { $0.bytes.count <= 10_000 })
  }

  @Test func limitsOfTheProtocolHold() {
    let entries = (0..<50_001).map { Sitemap.Entry(page: home.appending(path: "\($0)")) }
    #expect(Sitemap.files(for: entries, in: home).count == 3)
    #expect(Sitemap.files(for: Array(entries.dropLast()), in: home).count == 1)
  }

  @Test func noPagesMakeAnEmptyMap() {
    #expect(
      texts(Sitemap.files(for: [], in: home)) == [
        """
        sitemap.xml
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        </urlset>

        """
      ])
  }
}
