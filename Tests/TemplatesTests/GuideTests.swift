import Foundation
import Testing

/// The guide's examples come out as the guide says.
@Suite struct GuideTests {
  static let guide = Guide(named: "templates.md")

  @Test(arguments: guide.examples)
  func examplesComeOutAsWritten(example: Guide.Example) {
    let tester = TemplateTester(example.templates, data: Self.guide.data)
    #expect(tester.run() == example.expected, "line \(example.line)")
  }

  /// A block that the reader of the guide took for prose would be a test that never fails.
  @Test func everyTemplateInTheGuideIsRun() {
    #expect(Self.guide.examples.count > 15)
    #expect(Self.guide.leftOver == [:])
  }
}

/// The examples of a page of the documentation.
///
/// A block ```` ```jinja ```` is the main template, ```` ```jinja name ```` another one; the next
/// block ```` ```html output ```` or ```` ```text error ```` says what they give. The block
/// ```` ```json data ```` is the data of all.
struct Guide: Sendable {
  private(set) var data = "{}"
  private(set) var examples: [Example] = []
  /// Templates that no output follows.
  private(set) var leftOver: [String: String] = [:]

  struct Example: Sendable, CustomTestStringConvertible {
    let line: Int
    let templates: [String: String]
    let expected: TemplateTester.Outcome

    var testDescription: String { "line \(line)" }
  }

  private static let folder = Fixture.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs")

  init(named name: String) {
    let path = Self.folder.appendingPathComponent(name).path
    let contents = FileManager.default.contents(atPath: path) ?? Data()
    var opening: (words: [Substring], line: Int)?
    var body: [Substring] = []
    let lines = String(decoding: contents, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if let (words, start) = opening {
        if line == "```" {
          add(words, body.joined(separator: "\n"), line: start)
          opening = nil
        } else {
          body.append(line)
        }
      } else if line.hasPrefix("```") {
        opening = (line.dropFirst(3).split(separator: " "), number + 1)
        body = []
      }
    }
  }

  private mutating func add(_ words: [Substring], _ body: String, line: Int) {
    switch words {
    case ["json", "data"]: data = body
    case ["html", "output"]: finish(.page(body), line: line)
    case ["text", "error"]: finish(.failure(body), line: line)
    case ["jinja"]: leftOver["main.html"] = body
    case _ where words.count == 2 && words[0] == "jinja": leftOver[String(words[1])] = body
    default: break
    }
  }

  private mutating func finish(_ expected: TemplateTester.Outcome, line: Int) {
    examples.append(Example(line: line, templates: leftOver, expected: expected))
    leftOver = [:]
  }
}
