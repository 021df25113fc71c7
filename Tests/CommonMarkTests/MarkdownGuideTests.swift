import CommonMark
import Foundation
import Testing

/// The examples of docs/markdown.md come out as the page says.
@Suite struct MarkdownGuideTests {
  static let examples = Example.all()

  @Test(arguments: examples)
  func examplesComeOutAsWritten(example: Example) {
    let shown = example.isAboutFindings ? findings(example.source) : html(example.source)
    // The last line's end belongs to the fence.
    #expect(shown.replacing("a.md:", with: "post.md:") == example.expected + "\n")
  }

  /// A block that the reader of the page took for prose would be a test that never fails.
  @Test func everyExampleIsRun() {
    #expect(Self.examples.count >= 20)
  }

  /// A block ````` ````markdown ````` and what the block after it says comes of it:
  /// ````` ````html output ````` or ````` ````text findings `````.
  struct Example: Sendable, CustomTestStringConvertible {
    let line: Int
    let source: String
    let isAboutFindings: Bool
    let expected: String

    var testDescription: String { "line \(line)" }

    static func all() -> [Example] {
      let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/markdown.md")
      let contents = FileManager.default.contents(atPath: page.path) ?? Data()
      var examples: [Example] = []
      var source = ""
      var opening: (kind: Substring, line: Int)?
      var body: [Substring] = []
      let lines = String(decoding: contents, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let (kind, start) = opening else {
          if line.hasPrefix("````") {
            opening = (line.dropFirst(4), number + 1)
            body = []
          }
          continue
        }
        guard line == "````" else {
          body.append(line)
          continue
        }
        let text = body.joined(separator: "\n")
        if kind == "markdown" {
          source = text + "\n"
        } else {
          examples.append(
            Example(
              line: start, source: source, isAboutFindings: kind == "text findings", expected: text)
          )
        }
        opening = nil
      }
      return examples
    }
  }
}
