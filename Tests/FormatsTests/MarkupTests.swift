@testable import Formats
import Testing

@Suite struct MarkupTests {
  @Test(arguments: [
    ("a & b < c > d \"e\" 'f'", "a &amp; b &lt; c &gt; d \"e\" 'f'"),
    ("]]>", "]]&gt;"),
    ("\u{0}\u{1}\u{8}a\u{B}\u{C}\u{1F}", "a"),
    ("x\u{FFFE}y\u{FFFF}z\u{FFFD}\u{EFFF}", "xyz\u{FFFD}\u{EFFF}"),
    ("tab\tline\nreturn\r\n", "tab\tline\nreturn&#13;\n"),
    ("🎉 שלום \u{202E}\u{85}\u{7F}", "🎉 שלום \u{202E}\u{85}\u{7F}"),
    ("&amp;", "&amp;amp;"),
    ("", ""),
  ])
  func textIsEscaped(text: String, expected: String) {
    var bytes = [UInt8]()
    MarkupEscaping.appendText(text, to: &bytes)
    #expect(bytes == Array(expected.utf8))
  }

  @Test func attributesKeepQuotesAndWhiteSpace() {
    var bytes = [UInt8]()
    MarkupEscaping.appendAttribute("\"<a>\" &\t\n\r\u{7}'", to: &bytes)
    #expect(bytes == Array("&quot;&lt;a&gt;&quot; &amp;&#9;&#10;&#13;'".utf8))
  }

  @Test(arguments: [
    ("https://example.org", "https://example.org/"),
    ("HTTPS://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (
      "http://example.org:8080/é ü/%20\"<x>",
      "http://example.org:8080/%C3%A9%20%C3%BC/%20%22%3Cx%3E"
    ),
    ("https://example.org?q=1", "https://example.org?q=1"),
    ("https://[::1]/", "https://[::1]/"),
  ])
  func completeAddressesAreTaken(text: String, expected: String) {
    #expect(AbsoluteURL(text)?.text == expected)
  }

  @Test(arguments: [
    "", "https://", "https:///path", "/path", "//example.org/", "javascript:alert(1)",
    "ftp://example.org/", "https://user:word@example.org/", "https://exa mple.org/",
    "https://exämple.org/", "https://:80/", "https://a\n.org/",
    "https://a:b/", "https://a:1:2/", "https://a:123456/", "https://[::1/", "https://[x]/",
    "https://a]/",
  ])
  func otherAddressesAreRefused(text: String) {
    #expect(AbsoluteURL(text) == nil)
  }

  @Test func pathsAreAppendedWithEverythingEncoded() throws {
    let home = try #require(AbsoluteURL("https://example.org/notes"))
    #expect(
      home.appending(path: "/blog/what? 100% é#1/").text
        == "https://example.org/notes/blog/what%3F%20100%25%20%C3%A9%231/")
    #expect(home.appending(path: "").text == "https://example.org/notes/")
    let query = try #require(AbsoluteURL("https://example.org/notes/?a=b#c"))
    #expect(query.appending(path: "x").text == "https://example.org/notes/x")
  }
}
