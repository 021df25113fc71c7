import ArgumentParser
import Testing

@testable import GazetteCommands

/// Arguments mean what they mean to the whole command, whoever reads them.
@Suite struct ArgumentTests {
  @Test func aCommandReadsItsArguments() throws {
    let check = try #require(
      try Gazette.parsed(["check", "--rule", "P01", "--format", "json"]) as? CheckCommand)
    #expect(check.rule == ["P01"])
    #expect(check.format == .json)
    #expect(try Gazette.parsed(["template", "check", "a.html"]) is TemplateCheck)
    #expect(try Gazette.parsed(["rules"]) is RulesCommand)
  }

  @Test(arguments: [
    ["check", "--ruel", "P01"], ["check", "--rule", "P99"], ["check", "--rule"], ["check", "x"],
    ["build", "--at", "nonsense"], ["chekc"], ["--nonsense"], ["check", "--version"],
    ["check", "--help"], ["build", "-h"], ["--help"], ["--version"], ["template", "rendre"],
    ["template", "check", "--help"],
  ])
  func whatIsNoCommandIsToldAsByTheWhole(arguments: [String]) throws {
    let expected = #expect(throws: (any Error).self) { try run(Gazette.parseAsRoot(arguments)) }
    let found = #expect(throws: (any Error).self) { try run(Gazette.parsed(arguments)) }
    let (one, other) = try (#require(expected), #require(found))
    #expect(Gazette.fullMessage(for: other) == Gazette.fullMessage(for: one))
    #expect(Gazette.exitCode(for: other) == Gazette.exitCode(for: one))
  }

  /// Help is a command too, whose run is its message.
  private func run(_ command: any ParsableCommand) throws {
    var command = command
    try command.run()
  }
}
