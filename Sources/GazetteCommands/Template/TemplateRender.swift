package import ArgumentParser
import Diagnostics
import Foundation
import Templates

/// Renders one template with JSON data, or many of them for a test suite.
package struct TemplateRender: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders a template with JSON data and prints the page.")

  @Argument(help: "The template, relative to the root.")
  package var file: String?

  @Option(help: "The folder of templates.")
  package var root: String = "templates"

  @Option(help: "A JSON file whose members are the names that templates use.")
  package var data: String?

  @Flag(
    help: "Read {\"id\",\"root\",\"main\",\"data\"} a line from standard input and answer each.")
  package var batch = false

  package init() {}

  package func validate() throws {
    if batch != (file == nil) {
      throw ValidationError("name one template to render, or use --batch")
    }
  }

  package func run() throws {
    if batch {
      TemplateBatch().run()
    } else if let file {
      try render(file)
    }
  }

  private func render(_ file: String) throws {
    let folder = try CommandFailure.rethrow { () throws(TemplateFolder.Failure) in
      try TemplateFolder(root: root)
    }
    let values = try JSONFile.read(data)
    do throws(JSONPage.Refusal) {
      let page = try JSONPage(main: file, folder: folder, data: values)
      var renderer = Renderer()
      var output = OutputBuffer()
      let warnings = try page.render(with: &renderer, into: &output)
      StandardStreams.writeError(folder.print(warnings))
      output.withBytes { StandardStreams.writeOutput($0) }
    } catch {
      StandardStreams.writeError(folder.print(error.diagnostics))
      throw ExitCode(1)
    }
  }
}
