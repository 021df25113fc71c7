import Diagnostics
import FuzzSupport
import Testing

@testable import CommonMark

/// A tree is the same whether or not libcmark was shown every word.
@Suite struct QuietRunTests {
  /// A run that is long enough to be left out, wherever one may be.
  private static let words = "many plain words that mean nothing at all to anybody who parses them"

  @Test(arguments: [
    "W, and W.",
    "W\nW  \nW\\\nW   \n   W",
    "*W* and **W**, `W` and ``W`` and _W_W_",
    "# W #\n\nW\n---\n\nW\n===",
    "- W\n- 1. W\n  - a. W\n\n1. 2. W\n> W\n> - W\n\n    W\n\n\tW",
    "[a W]\n\n[a W]: /url\n\n[b]: /url 'W'\n[b]\n\n[c]:\nurl\n\"W W\"\n\n[c]",
    "[d](W) [e](/u \"W\") [f](  W  ) ![W](x.png 'W') [W](/u)",
    "<a title=W>\n\n<a\nW\n>\n\n<div>\nW\n</div>\n\n<script>\n\nW\n\n</script> W",
    "```W\nW\n\n W\n```\n\n~~~ a W\nW",
    "&W; &copy W &#2;W",
    "&#2;abcd W",
    "\u{2}aaaa W",
    "x\u{2}W \u{2}",
    "W... W -- W's \"W\" W--W",
    "| W | b |\n| - | - |\n| W | W |\n\nTable: W",
    "[^1]: - W\n\n[^2]: 1. 2. W\n\nW[^1]W[^2]",
    "::: note W\nW\n:::\n\n::figure[W]{a=W}\n\nW :name[W]{b=W} W",
    "Zwölf Boxkämpfer jagen Eva W über den großen Sylter Deich, W é",
    "W {.wide}\n\n## W {#id}",
    "W\r\nW\rW\n\n\u{FEFF}W",
    "www.W http://W a@W NHSW W2021 W",
    "[^W]: W\n\nW[^W]",
    "- [ ] W\n- [x] W\n\n> [!NOTE]\n> W",
    "[W\nW]\n\n[W W]: /x\n\n[\\] W] W\n\n[a\\]: W",
  ])
  func aTreeIsTheSame(text: String) {
    for dialect in MarkdownOptions.Dialect.allCases {
      expectSame(text.replacing("W", with: Self.words), dialect)
    }
  }

  @Test func mostOfAPlainParagraphIsLeftOut() {
    let text = Array("The first words, and \(Self.words).\n".utf8)
    let scan = SourceScan(source: text, body: 0..<text.count, options: MarkdownOptions())
    #expect(
      scan.quiet.ranges.map { String(decoding: text[$0.range], as: UTF8.self) }
        == ["first words, and \(Self.words)"])
  }

  @Test func fuzzedTreesAreTheSame() {
    for seed in FuzzSeeds(usual: 400) {
      var generator = TextGenerator(seed: seed)
      let text = generator.text()
      // Letters and spaces of the text become runs of words, which may then be left out.
      for part in ["a", "b", " ", "x"] {
        for dialect in MarkdownOptions.Dialect.allCases {
          let long = text.replacing(part, with: "\(part)\(Self.words)\(part)", maxReplacements: 12)
          guard expectSame(long, dialect) else { return }
        }
      }
    }
  }

  @discardableResult
  private func expectSame(_ text: String, _ dialect: MarkdownOptions.Dialect) -> Bool {
    let source = MarkdownSource(file: "a", bytes: Array(text.utf8))
    func tree(leavesOut: Bool) -> MarkdownTree {
      var options = MarkdownOptions(dialect: dialect)
      options.leavesOutQuietRuns = leavesOut
      return MarkdownTree(parsing: source, options: options)
    }
    let file = SourceFile(name: "a", bytes: source.bytes)
    let (whole, spared) = (tree(leavesOut: false), tree(leavesOut: true))
    let isSame =
      whole.dump(in: file) == spared.dump(in: file) && whole.diagnostics == spared.diagnostics
    #expect(isSame, "\(dialect): \(text.debugDescription)")
    return isSame
  }
}
