import Diagnostics
import Templates

/// Checks a folder of templates against a model that is inferred from JSON data.
struct JSONCheck {
  let folder: String
  let data: String

  func run() throws {
    let folder = try CommandFailure.rethrow { () throws(TemplateFolder.Failure) in
      try TemplateFolder(root: self.folder)
    }
    let templates = TemplateSet(folder.sources)
    let model = InferredModel(try JSONFile.read(data))
    let compiler = Compiler(templates: templates, schema: model.schema)
    let findings = templates.diagnostics + findings(templates, compiler, model)
    let sorted = findings.sorted().withoutRepeats()
    StandardStreams.writeError(folder.print(sorted))
    if sorted.hasErrors { throw CommandFailure.exit }
  }

  /// Checks what no other template uses as pages, and the rest where they are used.
  private func findings(
    _ templates: TemplateSet, _ compiler: Compiler, _ model: InferredModel
  ) -> [Diagnostic] {
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
}
