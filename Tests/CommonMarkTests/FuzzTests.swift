import CommonMark
import Diagnostics
import FuzzSupport
import Testing

/// Random texts, the same in every run, in every dialect.
@Suite struct FuzzTests {
  @Test(arguments: MarkdownOptions.Dialect.allCases)
  func spansLieInTheirParentsAndOnTheirText(dialect: MarkdownOptions.Dialect) {
    for seed in FuzzSeeds(usual: 400) {
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      let bytes = Array(text.utf8)
      let tree = MarkdownTree(
        parsing: MarkdownSource(file: "a", bytes: bytes),
        options: MarkdownOptions(dialect: dialect))
      // One fault is enough to look into, and describing trees is far slower than making them.
      if let fault = fault(of: tree.root, in: tree, bytes: bytes) {
        Issue.record("\(fault) in \(text.debugDescription)")
        return
      }
      if tree.dump(in: SourceFile(name: "a", bytes: bytes)).contains("approximate") {
        Issue.record("a span could not be worked out in \(text.debugDescription)")
        return
      }
    }
  }

  @Test func renderingTwiceGivesTheSameBytes() {
    for seed in FuzzSeeds(usual: 100) {
      var generator = TextGenerator(seed: seed)
      let source = MarkdownSource(file: "a", bytes: Array(generator.text().utf8))
      let first = MarkdownDocument(parsing: source)
      let second = MarkdownDocument(parsing: source)
      #expect(first.html == second.html)
      #expect(first.diagnostics == second.diagnostics)
    }
  }

  @Test func everyElementIsClosedInsideTheOneItStandsIn() {
    for seed in FuzzSeeds(usual: 400) {
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      let markup = html(text)
      if let fault = Self.nestingFault(of: markup) {
        Issue.record("\(fault) in \(markup.debugDescription) of \(text.debugDescription)")
        return
      }
    }
  }

  /// Returns the first tag that opens or closes what it cannot.
  private static func nestingFault(of markup: String) -> String? {
    var open: [Substring] = []
    for tag in markup.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = tag.firstIndex(of: ">") else { return "unfinished <\(tag)" }
      let name = tag[..<end].prefix { $0 != " " }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return "<\(name)>" }
      } else if !["hr", "br", "wbr", "img", "input"].contains(name) {
        if open.contains("p"), ["p", "div", "pre", "ul", "ol", "table"].contains(name) {
          return "<\(name)> in <p>"
        }
        open.append(name)
      }
    }
    return open.last.map { "<\($0)> is open" }
  }

  /// Returns what is wrong with a node's span, or with one in it.
  private func fault(
    of node: MarkdownTree.NodeID, in tree: MarkdownTree, bytes: [UInt8]
  ) -> String? {
    let span = tree.span(of: node)
    var end = span.lowerBound
    for child in tree.children(of: node) {
      let inner = tree.span(of: child)
      if inner.lowerBound < end || inner.upperBound > span.upperBound {
        return "\(tree.kind(of: child)) \(inner) in \(tree.kind(of: node)) \(span) after \(end)"
      }
      end = inner.upperBound
      if let fault = fault(of: child, in: tree, bytes: bytes) { return fault }
    }
    return nil
  }
}

/// Joins fragments of syntax by a fixed sequence of numbers.
struct TextGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func text() -> String { text(of: Self.fragments, atMost: 40) }

  /// One piece or more, each any of some.
  mutating func text(of pieces: [String], atMost limit: UInt64) -> String {
    var text = ""
    for _ in 0..<Int(next(limit)) + 1 { text += pieces[Int(next(UInt64(pieces.count)))] }
    return text
  }

  private mutating func next(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }

  private static let fragments = [
    "word ", "a", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "*", "**", "_", "`", "``",
    "[", "]", "](/u)", "](/u \"t\")", "![", "<", ">", "<b>", "</b>", "<!-- c -->", "&amp;",
    "&copy;", "&ngE;", "&#65;", "\\", "\\*", "\\|", "\n> ", "\n- ", "\n  - ", "\n1. ", "# ",
    "\n---\n", "\n===\n", "```\n", "~~~\n", "~", "~~", "| a | b |\n|---|---|\n| c | d |", "\n|-|\n",
    "[^1]", "\n[^1]: note ", "\n[r]: /url\n", "[r]", "{#id .c k=v}", ":term[X]", "\n::m{a=b}\n",
    "\n:::note\n", "\n:::\n", "> [!NOTE]\n", "- [ ] ", "- [>] ", "www.a.com", "http://x.org/a_b",
    "a@b.co", "\"q\"", "'s", "--", "...", "DEC", "é", "’", "中", "  \n", "\\\n", "\u{0}", "\u{FEFF}",
    "{{ x }}", "<div>\n", "<script>", "javascript:x",
  ]
}
