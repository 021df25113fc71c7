package import ArgumentParser
import CommonMark
import Diagnostics
import Foundation

/// Turns Markdown on standard input into HTML on standard output, without a site.
package struct MarkdownCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Turns Markdown on standard input into HTML on standard output.",
    discussion: """
      Addresses are written as they are, directives become elements with a class. Findings go to \
      standard error.
      """)

  @Flag(help: "Understand CommonMark only.")
  var plain = false

  @Flag(help: "Understand CommonMark and GitHub's extensions only.")
  var gfm = false

  @Flag(help: "Write raw HTML and all addresses as they are.")
  var unsafe = false

  @Flag(help: "Print the tree with byte ranges and places instead of HTML.")
  var tree = false

  @Flag(help: "Read a JSON string a line and answer each with a JSON string a line.")
  var batch = false

  package init() {}

  package func validate() throws {
    if plain, gfm { throw ValidationError("--plain and --gfm exclude each other") }
  }

  package func run() throws {
    if batch {
      try runBatch()
    } else {
      let input = try FileHandle.standardInput.readToEnd() ?? Data()
      let answer = answer(to: Array(input))
      FileHandle.standardOutput.write(Data(answer.bytes))
      if answer.hasErrors { throw ExitCode(1) }
    }
  }

  private func runBatch() throws {
    while let line = readLine() {
      guard !line.isEmpty else { continue }
      guard let text = JSONText.decode(line) else {
        throw ValidationError("--batch reads one JSON string a line")
      }
      let answer = answer(to: Array(text.utf8)).bytes
      FileHandle.standardOutput.write(Data((JSONText.encode(answer) + [0x0A])))
    }
  }

  private var options: MarkdownOptions {
    MarkdownOptions(
      dialect: plain ? .commonMark : gfm ? .gfm : .gazette, isUnsafe: unsafe)
  }

  private func answer(to input: [UInt8]) -> (bytes: [UInt8], hasErrors: Bool) {
    let name = "<standard input>"
    let options = options
    let bodyStart = options.dialect == .gazette ? FrontMatterFence.bodyStart(in: input) : 0
    let source = MarkdownSource(file: name, bytes: input, bodyStart: bodyStart)
    let parsed = MarkdownTree(parsing: source, options: options)
    let file = SourceFile(name: name, bytes: input)
    if tree {
      return (Array(parsed.dump(in: file).utf8), parsed.diagnostics.hasErrors)
    }
    let document = parsed.document()
    let printer = DiagnosticTextPrinter(sources: [name: file])
    FileHandle.standardError.write(Data(printer.print(document.diagnostics).utf8))
    return (document.html.plainHTML(), document.diagnostics.hasErrors)
  }
}

/// Finds where the body starts after a block between `---` lines.
enum FrontMatterFence {
  /// Returns the offset after the closing line, or 0 if there is no front matter.
  static func bodyStart(in bytes: [UInt8]) -> Int {
    var offset = 0
    var isFirst = true
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      let isFence = isFence(bytes[offset..<end])
      if isFirst, !isFence { return 0 }
      offset = min(end + 1, bytes.count)
      if !isFirst, isFence { return offset }
      isFirst = false
    }
    return 0
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8)
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
