import Formats
import Testing

@Suite struct FeedEncoderTests {
  @Test func rssNamesAuthorsAndKeepsTheIDApartFromTheAddress() throws {
    let feed = try Feed.sample()
    let bytes = RSSEncoder.encode(feed, publishedAt: feed.page.appending(path: "feed.rss"))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel>
            <title>Sprint notes &amp; more</title>
            <link>https://example.org/notes/</link>
            <description>What we did</description>
            <language>en-GB</language>
            <copyright>© Crown copyright</copyright>
            <lastBuildDate>Thu, 30 Sep 2021 12:00:00 +0100</lastBuildDate>
            <atom:link rel="self" href="https://example.org/notes/feed.rss" type="application/rss+xml"/>
            <item>
              <title>September]]&gt;</title>
              <link>https://example.org/notes/2021-09/</link>
              <guid isPermaLink="false">tag:example.org,2021:sprint/2021-09</guid>
              <pubDate>Wed, 29 Sep 2021 08:30:00 +0000</pubDate>
              <dc:creator>Ada</dc:creator>
              <category>r &amp; "d"</category>
              <description>In short</description>
              <content:encoded>&lt;p&gt;Long 🎉&lt;/p&gt;</content:encoded>
            </item>
          </channel>
        </rss>

        """)
  }

  @Test func jsonFeedFollowsVersion11() throws {
    let feed = try Feed.sample()
    let bytes = JSONFeedEncoder.encode(feed, publishedAt: feed.page.appending(path: "feed.json"))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Sprint notes & more",
          "home_page_url": "https://example.org/notes/",
          "feed_url": "https://example.org/notes/feed.json",
          "description": "What we did",
          "language": "en-GB",
          "authors": [
            {
              "name": "Data team",
              "url": "https://example.org/team/"
            }
          ],
          "items": [
            {
              "id": "tag:example.org,2021:sprint/2021-09",
              "url": "https://example.org/notes/2021-09/",
              "title": "September]]>",
              "summary": "In short",
              "content_html": "<p>Long 🎉</p>",
              "date_published": "2021-09-29T08:30:00Z",
              "date_modified": "2021-09-30T12:00:00+01:00",
              "authors": [
                {
                  "name": "Ada"
                }
              ],
              "tags": [
                "r & \\"d\\""
              ]
            }
          ]
        }

        """)
  }
}
