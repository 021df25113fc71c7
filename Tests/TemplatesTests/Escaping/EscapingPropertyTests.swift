import Templates
import Testing

/// What holds for any text and any value; the random numbers are the same in every run.
@Suite struct EscapingPropertyTests {
  private static let fragments = [
    "<p title=\"", "<a href='", "<script>", "</script>", "<style>", "</style>", "<textarea>",
    "</textarea>", "<!--", "-->", "<img srcset=\"", "<b onclick='", "\"", "'", ">", "<", "/", "&",
    "&quot;", "&#39;", "&#x27", "&lt", ";", ":", "{", "}", "(", ")", "`", "${", "\\", "*/", "/*",
    "//", "\n", "=", " ", "a", "javascript:", "https://", "?", "#", "url(", "data:", "image/", ",",
    "--", "+", ".", "return", "if", "0", "\u{2028}", "é", "日", "<p style=\"", "a: b", "@media",
    "<meta content='", "url=", "<iframe srcdoc='", "<title>", "</title>", "type=", "<![CDATA[",
    "]]>",
  ]

  private static func text(_ count: Int, using random: inout SplitMix64) -> [UInt8] {
    (0..<count).flatMap { _ in Array((fragments.randomElement(using: &random) ?? "").utf8) }
  }

  private func outcome(_ text: [UInt8], from context: EscapeContext) -> Result<
    EscapeContext, EscapeRefusal
  > {
    do {
      return .success(
        try text.withUnsafeBufferPointer { (bytes) throws(EscapeRefusal) in
          try ContextScanner.scan(bytes, from: context)
        })
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [EscapeContext.html, .xml])
  func textInPiecesIsTheTextWhole(start: EscapeContext) {
    var random = SplitMix64(state: 1)
    for _ in 0..<4000 {
      let text = Self.text(Int.random(in: 1...12, using: &random), using: &random)
      let cut = Int.random(in: 0...text.count, using: &random)
      let whole = outcome(text, from: start)
      let first = outcome(Array(text[..<cut]), from: start)
      guard case .success(let middle) = first else {
        #expect(whole == first)
        continue
      }
      switch (outcome(Array(text[cut...]), from: middle), whole) {
      case (.success(let end), .success(let expected)): #expect(end == expected)
      case (.failure(let refusal), .failure(let expected)):
        #expect(refusal.rule == expected.rule)
        #expect(refusal.offset + cut == expected.offset)
      case (.success, .failure), (.failure, .success):
        Issue.record("\(String(decoding: text, as: UTF8.self)) cut at \(cut)")
      }
    }
  }

  @Test func joiningDoesNotDependOnTheOrder() throws {
    var random = SplitMix64(state: 2)
    var joins = 0
    for _ in 0..<4000 {
      let start = outcome(Self.text(3, using: &random), from: .html)
      guard case .success(let context) = start,
        case .success(let first) = outcome(Self.text(2, using: &random), from: context),
        case .success(let second) = outcome(Self.text(2, using: &random), from: context)
      else { continue }
      let joined = try? first.join(second)
      #expect(joined == (try? second.join(first)))
      guard let joined else { continue }
      joins += 1
      #expect((try? joined.join(first)) == joined)
    }
    #expect(joins > 500)
  }

  private static let places = [
    "<p>{{}}", "<p title=\"{{}}", "<p title='{{}}", "<title>{{}}", "<textarea>{{}}", "<xmp>{{}}",
    "<a href=\"{{}}", "<a href='/{{}}", "<a href='/a?b={{}}", "<img src='{{}}",
    "<img srcset=\"{{}}", "<img srcset='/a/{{}}", "<meta content='{{}}", "<meta content='0;{{}}",
    "<script>f({{}}", "<script>f('{{}}", "<script>f(\"{{}}", "<b onclick=\"f({{}}",
    "<b onclick='f(\"{{}}", "<b onclick=\"f('{{}}", "<style>p { a: {{}}", "<style>p { a: '{{}}",
    "<style>p { a: \"{{}}", "<style>p { a: url({{}}", "<style>p { a: url('{{}}",
    "<p style=\"a: {{}}", "<p style='a: \"{{}}", "<p style=\"a: url({{}}", "<!-- {{}}",
    "<script type=text/x>{{}}", "<iframe srcdoc=\"{{}}",
  ]

  private static let hostile = [
    "\"", "'", "<", ">", "&", "</script>", "</style>", "</title>", "</textarea>", "</xmp>",
    "<script>", "<!--", "-->", "*/", "/*", "//", "\\", "javascript:", "data:image/png,", ";", "}",
    "{", ")", "(", "url(", "\n", "\r", "\u{2028}", "`", "${", " ", ",", "&quot;", "&#39;", "&apos",
    "#39;", "a", "1", "/", "?", "#", "=", "\u{0}", "é", "%", "expression(", "]]>", "rgb(", ":",
    "0;url=", "\t",
  ]

  /// Spells text as JSON with no more escapes than JSON asks for.
  private static func json(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(characters.joined())\""
  }

  @Test(arguments: places, [ValueKind.text, .html, .json])
  func valuesCannotLeaveTheirPlace(place: String, kind: ValueKind) throws {
    // There trusted markup remains markup, or its references remain references.
    let keepsMarkup = ["<p>", "<meta", "<iframe"].contains { place.hasPrefix($0) }
    if kind == .html, keepsMarkup { return }
    let template = EscapedTemplate(place)
    let before = try scan(template.texts[0])
    let first = try before.placement()
    let second = try first.after.placement()
    let expected = try second.after.placement().escaper.family
    var random = SplitMix64(state: UInt64(place.utf8.count))
    for _ in 0..<500 {
      var output = OutputBuffer()
      for placement in [first, second] {
        let count = Int.random(in: 0...5, using: &random)
        let parts = (0..<count).map { _ in Self.hostile.randomElement(using: &random) ?? "" }
        let value = kind == .json ? Self.json(parts.joined()) : parts.joined()
        _ = Array(value.utf8).withUnsafeBufferPointer {
          placement.escaper.write($0, as: kind, to: &output)
        }
      }
      // Read as a browser would, what was written must end where it began.
      let after = try output.withBytes { try ContextScanner.scan($0, from: before) }
      let written = output.withBytes { String(decoding: $0, as: UTF8.self) }
      #expect(try after.placement().escaper.family == expected, "\(place) became \(written)")
    }
  }
}

/// A small generator of random numbers with a known beginning.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension OutputEscaper {
  /// The escaper without what a value may well change: the part of a URL, or whether it is one.
  fileprivate var family: OutputEscaper {
    switch self {
    case .url, .sourceSet, .sourceSetURL, .refresh, .refreshStart: .attribute
    case .styleURL: .styleURL(.start)
    case .scriptValue(.elementSpaced): .scriptValue(.element)
    case .scriptValue(.attributeSpaced): .scriptValue(.attribute)
    case .verbatim, .dropped, .text, .characters, .characterSection, .attribute, .nestedDocument,
      .attributeList, .scriptValue, .scriptString, .styleValue, .styleString:
      self
    }
  }
}
