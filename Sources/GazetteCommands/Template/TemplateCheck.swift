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
    var findings = templates.diagnostics
    if data != nil {
      let model = InferredModel(try JSONFile.read(data))
      let compiler = Compiler(templates: templates, schema: model.schema)
      for name in templates.names {
        findings += compiler.compile(entry: name, globals: model.globals).diagnostics
      }
    }
    let sorted = Set(findings).sorted()
    StandardStreams.writeError(folder.print(sorted))
    if sorted.hasErrors { throw CommandFailure.exit }
  }
}
