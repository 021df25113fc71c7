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

  package init() {}

  package func run() throws {
    let folder = try CommandFailure.rethrow { () throws(TemplateFolder.Failure) in
      try TemplateFolder(root: root)
    }
    let values = try JSONFile.read(data)
    do throws(JSONPage.Refusal) {
      let clock = ContinuousClock()
      let model = InferredModel(values)
      var page = try JSONPage(main: file, folder: folder, model: model)
      var compilation = Duration.seconds(1)
      for _ in 0..<20 {
        let start = clock.now
        page = try JSONPage(main: file, folder: folder, model: model)
        compilation = min(compilation, clock.now - start)
      }
      print("compile_seconds: \(compilation / .seconds(1))")
      print("renders_per_second: \(try measure(page, clock))")
    } catch {
      StandardStreams.writeError(folder.print(error.diagnostics))
      throw CommandFailure.exit
    }
  }

  /// The best of three rounds, as other programs disturb any one of them.
  private func measure(
    _ page: JSONPage, _ clock: ContinuousClock
  ) throws(JSONPage.Refusal) -> Double {
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
