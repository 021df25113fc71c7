import Templates
import Testing

/// What is written into URLs, lists of images and refreshes.
@Suite struct EscapingURLTests {
  static let blocked = "about:invalid#blocked"

  @Test(arguments: [
    "javascript:a", "JAVASCRIPT:a", " javascript:a", "\u{1}javascript:a", "java\nscript:a",
    "java\tscript:a", "javascript\n:a", "vbscript:a", "livescript:a", "data:text/html,a",
    "data:image/svg+xml,a", "javascript&#58;a", "javascript&#x3a;a", "javascript&colon;a",
    "java&Tab;script:a", "java&#10;script:a", ":a", "file:///etc", "chrome:a", "a.b:c",
    "\u{FEFF}javascript:a", "javascript\u{3000}:a", "view-source:a", "blob:a", "jar:a",
    "httpx:a", "x-http:a", "java\u{0}script:a",
  ])
  func schemeThatMayRunCodeIsBlocked(url: String) throws {
    let rendered = try EscapedTemplate("<a href=\"{{}}\">").render([url])
    #expect(rendered.text == "<a href=\"\(Self.blocked)\">")
    #expect(rendered.blocked == [.blockedURL])
  }

  @Test(arguments: ["from", "to", "by", "TO"])
  func animationsEndInURLs(attribute: String) throws {
    for element in ["animate", "set"] {
      let template = "<svg><a><\(element) attributeName=\"href\" \(attribute)=\"{{}}\"/></a></svg>"
      let rendered = try EscapedTemplate(template).render(["javascript:a"])
      #expect(rendered.blocked == [.blockedURL])
      #expect(rendered.text == template.replacing("{{}}", with: Self.blocked))
    }
  }

  @Test func animationsGoThroughNumbersOnly() throws {
    let template = "<svg><animate values=\"0;{{}};1\"/></svg>"
    #expect(throws: EscapeRefusal.self) { try escaped(template, "javascript:a") }
    #expect(
      try escaped(template, "0.5", as: .literal) == "<svg><animate values=\"0;0.5;1\"/></svg>")
  }

  @Test(arguments: [
    (
      "https://example.org/a_b-c/d.html?x=1&y=2#z", "https://example.org/a_b-c/d.html?x=1&amp;y=2#z"
    ),
    ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
    ("mailto:a@b.example?subject=c", "mailto:a@b.example?subject=c"),
    ("tel:+49-30-1", "tel:+49-30-1"),
    ("sms:1", "sms:1"),
    ("ftp://a/b", "ftp://a/b"),
    ("//example.org/a", "//example.org/a"),
    ("/a:b", "/a:b"),
    ("?a:b", "?a:b"),
    ("#a:b", "#a:b"),
    ("a/b:c", "a/b:c"),
    ("", ""),
    (" /a b ", "/a%20b"),
    ("/ä/日", "/%C3%A4/%E6%97%A5"),
    ("/100%/%41%4", "/100%25/%41%254"),
    ("/\"'<>\\`{|}^", "/%22%27%3C%3E%5C%60%7B%7C%7D%5E"),
    ("/wiki/A_(b)!*,;=[1]", "/wiki/A_(b)!*,;=[1]"),
    ("javascript", "javascript"),
  ])
  func harmlessURLIsKept(url: String, expected: String) throws {
    let rendered = try EscapedTemplate("<a href=\"{{}}\">").render([url])
    #expect(rendered == EscapedTemplate.Rendered(text: "<a href=\"\(expected)\">"))
  }

  @Test(arguments: [
    ("<a href=\"/s?a=1&amp;q={{}}\">", "<a href=\"/s?a=1&amp;q=%26%3D%20%23%C3%A4%2B%2F%25\">"),
    ("<a href=\"/s?{{}}\">", "<a href=\"/s?%26%3D%20%23%C3%A4%2B%2F%25\">"),
    ("<a href=\"#{{}}\">", "<a href=\"#%26%3D%20%23%C3%A4%2B%2F%25\">"),
    ("<a href=\"/s&#63;q={{}}\">", "<a href=\"/s&#63;q=%26%3D%20%23%C3%A4%2B%2F%25\">"),
    ("<a href=\"/s&quest;q={{}}\">", "<a href=\"/s&quest;q=%26%3D%20%23%C3%A4%2B%2F%25\">"),
    ("<a href=\"/{{}}\">", "<a href=\"/&amp;=%20#%C3%A4+/%25\">"),
    ("<a href=\"/a{{}}\">", "<a href=\"/a&amp;=%20#%C3%A4+/%25\">"),
    ("<a href=\"https://a/{{}}\">", "<a href=\"https://a/&amp;=%20#%C3%A4+/%25\">"),
  ])
  func placeInTheURLDecidesWhatIsEncoded(template: String, expected: String) throws {
    #expect(try escaped(template, "&= #ä+/%") == expected)
  }

  @Test func valuesSideBySideAreEachChecked() throws {
    let template = "<a href=\"{{}}{{}}\">"
    #expect(
      try escaped(template, "https://a", "/b?c") == "<a href=\"https://a/b?c\">")
    #expect(
      try escaped(template, "java", "script:alert(1)") == "<a href=\"java\(Self.blocked)\">")
    #expect(try escaped(template, "javascript", ":a") == "<a href=\"javascript\(Self.blocked)\">")
    #expect(try escaped("<a href=\"j{{}}\">", "avascript:a") == "<a href=\"j\(Self.blocked)\">")
    #expect(try escaped("<a href=\" {{}}\">", "javascript:a") == "<a href=\" \(Self.blocked)\">")
    #expect(try escaped("<a href=\"{{}}&q={{}}\">", "/a?b", "&") == "<a href=\"/a?b&q=%26\">")
  }

  @Test(arguments: [
    ("<a href=\"javascript:f({{}})\">", "value-in-script-url"),
    ("<a href='&#106;avascript:{{}}'>", "value-in-script-url"),
    ("<a href='java\nscript&colon;{{}}'>", "value-in-script-url"),
    ("<a href=' JavaScript:{{}}'>", "value-in-script-url"),
    ("<a href='vbscript:{{}}'>", "value-in-script-url"),
    ("<a href='data:{{}}'>", "value-in-script-url"),
    ("<a href='data:text/html,{{}}'>", "value-in-script-url"),
    ("<a href='data:image/png,{{}}'>", "value-in-script-url"),
    ("<a href='{{}}:{{}}'>", "scheme-from-value"),
    ("<a href='{{}}://example.org'>", "scheme-from-value"),
    ("<img src='data:text/html,{{}}'>", "value-in-script-url"),
  ])
  func schemeThatCannotBeCheckedIsRefused(template: String, rule: String) {
    #expect(brokenRule(template) == rule)
  }

  @Test(arguments: [
    "href", "src", "action", "formaction", "poster", "cite", "background", "data", "ping",
    "longdesc", "manifest", "codebase", "classid", "icon", "usemap", "profile", "archive",
    "xlink:href", "XLINK:HREF", "HREF", "data-href", "data-action", "data-image-url", "my-src",
    "g:tweetUrl", "xmlns", "xmlns:x", "imageuri", "attributionsrc",
  ])
  func attributeThatHoldsAURLIsChecked(name: String) throws {
    #expect(
      try escaped("<div \(name)=\"{{}}\">", "javascript:a") == "<div \(name)=\"\(Self.blocked)\">")
  }

  @Test(arguments: [
    "title", "class", "data-title", "data-one", "data-style", "data-type", "data-on-x",
    "aria-label", "x",
  ])
  func otherAttributeIsPlain(name: String) throws {
    #expect(
      try escaped("<div \(name)=\"{{}}\">", "javascript:'a'")
        == "<div \(name)=\"javascript:&#39;a&#39;\">")
  }

  @Test(arguments: [
    ("<img src=\"{{}}\">", true), ("<IMG SRC=\"{{}}\">", true), ("<img srcset=\"{{}}\">", true),
    ("<source srcset=\"{{}}\">", true), ("<p style=\"background: url({{}})\">", true),
    ("<style>p { background: url('{{}}') }</style>", true), ("<a href=\"{{}}\">", false),
    ("<embed src=\"{{}}\">", false), ("<script src=\"{{}}\"></script>", false),
    ("<object data=\"{{}}\">", false), ("<video poster=\"{{}}\">", false),
    ("<img longdesc=\"{{}}\">", false), ("<image href=\"{{}}\">", false),
  ])
  func imageDataStandsInImagesOnly(template: String, isAllowed: Bool) throws {
    let rendered = try EscapedTemplate(template).render(["data:image/png;base64,iVBO+/="])
    let value = isAllowed ? "data:image/png;base64,iVBO+/=" : Self.blocked
    #expect(rendered.text == template.replacing("{{}}", with: value))
    #expect(rendered.blocked == (isAllowed ? [] : [.blockedURL]))
  }

  @Test func trustedURLKeepsItsScheme() throws {
    #expect(
      try escaped("<a href='{{}}'>", "javascript:f('a')", as: .url)
        == "<a href='javascript:f(%27a%27)'>")
    #expect(try escaped("<a href='?{{}}'>", "a=b&c=d", as: .url) == "<a href='?a=b&amp;c=d'>")
  }

  @Test func trustedMarkupInAURLIsReadAsMarkup() throws {
    #expect(
      try escaped("<a href='{{}}'>", "/a?b&amp;c=&#39;&lt;", as: .html)
        == "<a href='/a?b&amp;c=%27%3C'>")
    #expect(try escaped("<a href='?q={{}}'>", "a&amp;b", as: .html) == "<a href='?q=a%26b'>")
    #expect(
      try escaped("<a href='{{}}'>", "javascript&#58;a", as: .html) == "<a href='\(Self.blocked)'>")
  }

  @Test(arguments: [
    ("/a.png", "/a.png"),
    ("/a.png 1x, /b.png 2x", "/a.png 1x, /b.png 2x"),
    ("/a.png 100w,\n/b.png 2.5x", "/a.png 100w,\n/b.png 2.5x"),
    ("400", "400"),
    ("javascript:a, /b.png 2x", "about:invalid#blocked, /b.png 2x"),
    ("/a.png 1x, javascript:b 2x", "/a.png 1x, about:invalid#blocked"),
    ("/a#,javascript:b", "/a#%2Cjavascript:b"),
    ("/a, ,javascript:b", "/a, ,about:invalid#blocked"),
    ("/a.png 1x\", /b", "about:invalid#blocked, /b"),
    ("data:image/png;base64,AA 2x, /b", "data:image/png;base64,AA 2x, /b"),
    ("data:text/html,AA 2x", "about:invalid#blocked"),
  ])
  func eachImageOfAListIsChecked(list: String, expected: String) throws {
    #expect(try escaped("<img srcset=\"{{}}\">", list) == "<img srcset=\"\(expected)\">")
  }

  @Test func listOfImagesMayBeWrittenInPieces() throws {
    #expect(
      try escaped("<img srcset=\"{{}} {{}}w, /i/{{}}.png 2x\">", "/a.png", "400", "b, c")
        == "<img srcset=\"/a.png 400w, /i/b%2C%20c.png 2x\">")
    #expect(
      try escaped("<img srcset=\"/a 1x,{{}}\">", "javascript:b")
        == "<img srcset=\"/a 1x,\(Self.blocked)\">")
    #expect(brokenRule("<img srcset=\"/a 1x,javascript:{{}}\">") == "value-in-script-url")
  }

  @Test(arguments: [
    ("<meta content=\"{{}}\">", "0;url=javascript:a", blocked),
    ("<meta content=\"{{}}\">", " 5 ; URL = 'java\nscript:a'", blocked),
    ("<meta content=\"{{}}\">", ".;javascript:a", blocked),
    ("<meta content=\"{{}}\">", "1,data:text/html,a", blocked),
    ("<meta content=\"{{}}\">", "5; url=/next?a&b", "5; url=/next?a&amp;b"),
    ("<meta content=\"{{}}\">", "JavaScript: good parts", "JavaScript: good parts"),
    ("<meta content=\"{{}}\">", "3. Chapter: \"it\"", "3. Chapter: &quot;it&quot;"),
    ("<meta content=\"0; url={{}}\">", "javascript:a", blocked),
    ("<meta content=\"0; URL ='{{}}\">", "vbscript:a", blocked),
    ("<meta content=\"0; url={{}}\">", "/a b", "/a%20b"),
    ("<meta content=\"0; {{}}\">", "url=javascript:a", blocked),
    ("<meta content=\"0;{{}}\">", "javascript:a", blocked),
    ("<meta content=\"0;{{}}\">", "/a\"", "/a&quot;"),
    ("<meta content=\"Note: {{}}\">", "javascript: x", "javascript: x"),
    ("<meta content=\"Note {{}}\">", "data: x", "data: x"),
  ])
  func refreshCannotRunCode(template: String, value: String, expected: String) throws {
    #expect(try escaped(template, value) == template.replacing("{{}}", with: expected))
  }

  @Test func refreshMayBeWrittenInPieces() throws {
    #expect(
      try escaped("<meta content=\"{{}}; url={{}}\">", "0", "javascript:a")
        == "<meta content=\"0; url=\(Self.blocked)\">")
    #expect(
      try escaped("<meta content=\"{{}}{{}}\">", "0;url=", "javascript:a")
        == "<meta content=\"0;url=\(Self.blocked)\">")
    #expect(
      try escaped("<meta content=\"{{}}{{}}\">", "0;url=java", "script:a")
        == "<meta content=\"0;url=java\(Self.blocked)\">")
    #expect(
      try escaped("<meta content=\"{{}}{{}}\">", "0;url=javascript", ":a")
        == "<meta content=\"0;url=javascript\(Self.blocked)\">")
  }
}
