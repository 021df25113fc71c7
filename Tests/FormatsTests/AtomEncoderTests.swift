import Formats
import Testing

@Suite struct AtomEncoderTests {
  @Test func writesFeedAndEntries() throws {
    let feed = try Feed.sample()
    let bytes = AtomEncoder.encode(feed, publishedAt: feed.page.appending(path: "feed.atom"))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
          <id>tag:example.org,2021:sprints</id>
          <title>Sprint notes &amp; more</title>
          <subtitle>What we did</subtitle>
          <updated>2021-09-30T12:00:00+01:00</updated>
          <link rel="self" href="https://example.org/notes/feed.atom"/>
          <link rel="alternate" href="https://example.org/notes/"/>
          <rights>© Crown copyright</rights>
          <author>
            <name>Data team</name>
            <uri>https://example.org/team/</uri>
          </author>
          <entry>
            <id>tag:example.org,2021:sprint/2021-09</id>
            <title>September]]&gt;</title>
            <link rel="alternate" href="https://example.org/notes/2021-09/"/>
            <published>2021-09-29T08:30:00Z</published>
            <updated>2021-09-30T12:00:00+01:00</updated>
            <author>
              <name>Ada</name>
            </author>
            <category term="r &amp; &quot;d&quot;"/>
            <summary>In short</summary>
            <content type="html">&lt;p&gt;Long 🎉&lt;/p&gt;</content>
          </entry>
        </feed>

        """)
  }

  @Test func feedWithoutAuthorNamesItself() throws {
    var feed = try Feed.sample()
    feed.authors = []
    feed.entries = []
    feed.subtitle = nil
    feed.rights = nil
    feed.language = nil
    let bytes = AtomEncoder.encode(feed, publishedAt: feed.page)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <id>tag:example.org,2021:sprints</id>
          <title>Sprint notes &amp; more</title>
          <updated>2021-09-30T12:00:00+01:00</updated>
          <link rel="self" href="https://example.org/notes/"/>
          <link rel="alternate" href="https://example.org/notes/"/>
          <author>
            <name>Sprint notes &amp; more</name>
          </author>
        </feed>

        """)
  }
}
