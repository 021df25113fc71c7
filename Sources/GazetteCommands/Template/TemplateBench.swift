package import ArgumentParser
import Diagnostics
import Templates

/// Renders a template again and again on one thread and prints how often a second.
package struct TemplateBench: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures how often a second a template is rendered.")

  @Argument(help: "The template, relative to the root.")
  package var file: String

  @Option(help: "The folder of templates.")
  package var root: String = "templates"

  @Option(help: "A JSON file whose members are the names that templates use.")
  package var data: String?

  @Option(help: "How long to render.")
  package var seconds: Double = 3

  @Option(help: "Compile once and render this often, for counting with other tools.")
  package var renders: Int?

  package init() {}

  package func validate() throws {
    if seconds <= 0 { throw ValidationError("--seconds must be more than 0") }
    if let renders, renders < 1 { throw ValidationError("--renders must be 1 or more") }
  }

  package func run() throws {
    let folder = try CommandFailure.rethrow { () throws(TemplateFolder.Failure) in
      try TemplateFolder(root: root)
    }
    let values = try JSONFile.read(data)
    do throws(JSONPage.Refusal) {
      let model = InferredModel(values)
      if let renders {
        let page = try JSONPage(main: file, folder: folder, model: model)
        try Self.render(page, renders)
        print("renders: \(renders)")
      } else {
        print("compile_seconds: \(try compilation(folder, model))")
        let page = try JSONPage(main: file, folder: folder, model: model)
        print("renders_per_second: \(try rate(of: page))")
      }
    } catch {
      StandardStreams.writeError(folder.print(error.diagnostics))
      throw CommandFailure.exit
    }
  }

  private static func render(_ page: JSONPage, _ count: Int) throws(JSONPage.Refusal) {
    var renderer = Renderer()
    var output = OutputBuffer()
    for _ in 0..<count {
      output.truncate(to: 0)
      _ = try page.render(with: &renderer, into: &output)
    }
  }

  /// The best of many, as other programs disturb any one of them.
  private func compilation(
    _ folder: TemplateFolder, _ model: InferredModel
  ) throws(JSONPage.Refusal) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<21 {
      let start = clock.now
      _ = try JSONPage(main: file, folder: folder, model: model)
      best = min(best, (clock.now - start) / .seconds(1))
    }
    return best
  }

  /// The best of three rounds.
  private func rate(of page: JSONPage) throws(JSONPage.Refusal) -> Double {
    let clock = ContinuousClock()
    var renderer = Renderer()
    var output = OutputBuffer()
    _ = try page.render(with: &renderer, into: &output)
    var best = 0.0
    for _ in 0..<3 {
      var count = 0
      let start = clock.now
      var elapsed = Duration.zero
      repeat {
        output.truncate(to: 0)
        _ = try page.render(with: &renderer, into: &output)
        count += 1
        elapsed = clock.now - start
      } while elapsed < .seconds(seconds / 3)
      best = max(best, Double(count) / (elapsed / .seconds(1)))
    }
    return best
  }
}
