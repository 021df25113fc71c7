import Diagnostics
import Foundation
import Templates

/// A template compiled for JSON data, ready to be rendered.
struct JSONPage {
  let program: Program
  let model: InferredModel
  let warnings: [Diagnostic]

  /// What stands in the way of rendering: findings about the templates.
  struct Refusal: Error {
    let diagnostics: [Diagnostic]
  }

  init(main: String, folder: TemplateFolder, data: JSONValue) throws(Refusal) {
    try self.init(main: main, folder: folder, model: InferredModel(data))
  }

  init(main: String, folder: TemplateFolder, model: InferredModel) throws(Refusal) {
    let templates = TemplateSet(folder.sources)
    let compiler = Compiler(templates: templates, schema: model.schema)
    let result = compiler.compile(entry: main, globals: model.globals)
    let used = result.accesses.templates
    let syntax = templates.diagnostics.filter { $0.location.map { used.contains($0.file) } ?? true }
    let findings = syntax + result.diagnostics
    guard let program = result.program, !findings.hasErrors else {
      throw Refusal(diagnostics: findings)
    }
    self.program = program
    self.model = model
    self.warnings = findings
  }

  /// Renders the page into an empty buffer and returns all warnings.
  func render(
    with renderer: inout Renderer, into output: inout OutputBuffer
  ) throws(Refusal) -> [Diagnostic] {
    do throws(RenderError) {
      return warnings
        + (try renderer.render(program, globals: model.values, site: model.store, into: &output))
    } catch {
      throw Refusal(diagnostics: warnings + [error.diagnostic])
    }
  }
}
