import Diagnostics
import Foundation
import Testing

/// Findings as programs read them.
@Suite struct DiagnosticFormatTests {
  private let file = SourceFile(
    name: "content/a b.md", bytes: Array("title: Één\nsponsors: []\n".utf8))

  private var sources: [String: SourceFile] { [file.name: file] }

  private var findings: [Diagnostic] {
    [
      Diagnostic(
        rule: "P01", severity: .error, message: "no \"sponsor\", 100%\nof none",
        location: SourceLocation(file: file.name, span: 13..<21), subject: "istv",
        notes: [
          Diagnostic.Note(
            message: "the title", location: SourceLocation(file: file.name, span: 7..<12)),
          Diagnostic.Note(
            message: "the title", location: SourceLocation(file: file.name, span: 7..<12)),
        ],
        fixIts: [
          Diagnostic.FixIt(
            message: "name \"one\"", location: SourceLocation(file: file.name, span: 23..<25),
            replacement: "[one]")
        ]),
      Diagnostic(rule: "S02", severity: .info, message: "no settings", location: nil),
    ]
  }

  @Test func jsonIsOneObjectALine() {
    #expect(
      DiagnosticJSONPrinter(sources: sources, root: "content/").print(findings) == #"""
        {"rule":"P01","severity":"error","file":"a b.md","line":2,"column":1,"subject":"istv","message":"no \"sponsor\", 100%\nof none"}
        {"rule":"S02","severity":"info","file":null,"line":null,"column":null,"subject":null,"message":"no settings"}

        """#)
  }

  @Test func gitHubGetsCommandsWithItsEscapes() {
    #expect(
      DiagnosticGitHubPrinter(sources: sources).print(findings) == """
        ::error file=content/a b.md,line=2,col=1,endLine=2,endColumn=9,title=P01::no "sponsor", 100%25%0Aof none
        ::notice title=S02::no settings

        """)
  }

  @Test func controlCharactersAndQuotesAreEscaped() throws {
    let finding = Diagnostic(
      rule: "X", severity: .warning, message: "\u{1}\u{7F}\\ \t\u{2028}é\u{85}\u{A0}", location: nil
    )
    #expect(
      DiagnosticJSONPrinter(sources: [:]).print([finding])
        == #"{"rule":"X","severity":"warning","file":null,"line":null,"column":null,"#
        + #""subject":null,"message":"\u0001\u007f\\ \t"# + "\u{2028}é\\u0085\u{A0}\"}\n")
  }

  private var log: String {
    let tool = DiagnosticSARIFPrinter.Tool(
      name: "gazette", version: "1.0", summaries: ["P01": "An active project has a sponsor."])
    return DiagnosticSARIFPrinter(sources: sources, tool: tool).print(findings)
  }

  @Test func sarifIsOneLogWithOneRun() {
    #expect(
      log == #"""
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"gazette","version":"1.0","rules":[{"id":"P01","shortDescription":{"text":"An active project has a sponsor."}},{"id":"S02"}]}},"columnKind":"unicodeCodePoints","results":[{"ruleId":"P01","ruleIndex":0,"level":"error","message":{"text":"no \"sponsor\", 100%\nof none"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/a%20b.md"},"region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":9}}}],"relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"content/a%20b.md"},"region":{"startLine":1,"startColumn":8,"endLine":1,"endColumn":11}},"message":{"text":"the title"}}],"fixes":[{"description":{"text":"name \"one\""},"artifactChanges":[{"artifactLocation":{"uri":"content/a%20b.md"},"replacements":[{"deletedRegion":{"startLine":2,"startColumn":11,"endLine":2,"endColumn":13},"insertedContent":{"text":"[one]"}}]}]}],"properties":{"subject":"istv"}},{"ruleId":"S02","ruleIndex":1,"level":"note","message":{"text":"no settings"}}]}]}

        """#)
  }

  /// What the schema of version 2.1.0 requires, read back with another parser.
  private struct Log: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
      let tool: Tool
      let columnKind: String
      let results: [Result]
    }

    struct Tool: Decodable {
      let driver: Driver
    }

    struct Driver: Decodable {
      let name: String
      let rules: [Descriptor]
    }

    struct Descriptor: Decodable {
      let id: String
    }

    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let message: Message
    }

    struct Message: Decodable {
      let text: String
    }
  }

  @Test func sarifHasWhatItsSchemaRequires() throws {
    let log = try JSONDecoder().decode(Log.self, from: Data(log.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run.columnKind))
    for result in run.results {
      #expect(["none", "note", "warning", "error"].contains(result.level))
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
      #expect(!result.message.text.isEmpty)
    }
    #expect(Set(run.tool.driver.rules.map(\.id)).count == run.tool.driver.rules.count)
  }
}
