package import ArgumentParser
import Diagnostics
import Templates

/// Checks the templates of a folder without rendering any.
package struct TemplateCheck: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks templates and prints everything that is wrong.")

  @Argument(help: "The folder of templates.")
  package var folder: String = "templates"

  @Option(help: "A JSON file whose members are the names that templates use.")
  package var data: String?

  package init() {}

  package func run() throws {
    let folder = try CommandFailure.rethrow { () throws(TemplateFolder.Failure) in
      try TemplateFolder(root: self.folder)
    }
    let templates = TemplateSet(folder.sources)
    let model = InferredModel(try JSONFile.read(data))
    let compiler = Compiler(templates: templates, schema: model.schema)
    let findings = templates.diagnostics + findings(templates, compiler, model)
    let sorted = Self.distinct(findings)
    StandardStreams.writeError(folder.print(sorted))
    if sorted.hasErrors { throw CommandFailure.exit }
  }

  /// Checks what no other template uses as pages, and the rest where they are used.
  private func findings(
    _ templates: TemplateSet, _ compiler: Compiler, _ model: InferredModel
  ) -> [Diagnostic] {
    guard data != nil else {
      return templates.names.flatMap { compiler.check(unused: $0, globals: model.globals) }
    }
    let results = templates.names.map { name in
      (name, compiler.compile(entry: name, globals: model.globals))
    }
    let used = Set(
      results.flatMap { name, result in result.accesses.templates.subtracting([name]) })
    let pages = results.filter { !used.contains($0.0) }
    let covered = pages.reduce(into: Set<String>()) { $0.formUnion($1.1.accesses.templates) }
    let others = templates.names.filter { !covered.contains($0) }
    return pages.flatMap(\.1.diagnostics)
      + others.flatMap { compiler.check(unused: $0, globals: model.globals) }
  }

  /// The findings in order; one that several pages share is shown once.
  private static func distinct(_ findings: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return findings.sorted().filter { finding in
      var bare = finding
      bare.notes = []
      return seen.insert(bare).inserted
    }
  }
}
