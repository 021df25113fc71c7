import Diagnostics
import Templates

/// Renders small sets of templates with JSON data, as the tests of the language do.
struct TemplateTester {
  var templates: [String: String]
  var data = "{}"
  var host: [HostFunction] = []
  var limits = RenderLimits()

  /// A page, or all messages about it.
  enum Outcome: Equatable {
    case page(String)
    case failure(String)
  }

  init(_ main: String, data: String = "{}") {
    self.templates = ["main.html": main]
    self.data = data
  }

  init(_ templates: [String: String], data: String = "{}") {
    self.templates = templates
    self.data = data
  }

  var sources: [TemplateSource] {
    templates.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// Renders `main.html`; warnings are left out of pages.
  func run(_ entry: String = "main.html") -> Outcome {
    let (set, result, model) = compile(entry)
    let findings = set.diagnostics + result.diagnostics
    guard let program = result.program, !findings.hasErrors else {
      return .failure(printed(findings))
    }
    var renderer = Renderer()
    var output = OutputBuffer()
    do throws(RenderError) {
      _ = try renderer.render(
        program, globals: model.values, site: model.store, limits: limits, into: &output)
      return .page(output.withBytes { String(decoding: $0, as: UTF8.self) })
    } catch {
      return .failure(printed([error.diagnostic]))
    }
  }

  func compile(
    _ entry: String = "main.html"
  ) -> (set: TemplateSet, result: Compiler.Result, model: InferredModel) {
    let set = TemplateSet(sources)
    let model = InferredModel(Self.json(data))
    let compiler = Compiler(templates: set, schema: model.schema, host: host)
    return (set, compiler.compile(entry: entry, globals: model.globals), model)
  }

  func printed(_ diagnostics: [Diagnostic]) -> String {
    let files = sources.map { ($0.name, SourceFile(name: $0.name, bytes: $0.bytes)) }
    let printer = DiagnosticTextPrinter(sources: Dictionary(uniqueKeysWithValues: files))
    var text = printer.print(diagnostics)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The value of a JSON text of a test, which is known to be right.
  static func json(_ text: String) -> JSONValue {
    (try? JSONReader.read(Array(text.utf8))) ?? .null
  }
}
