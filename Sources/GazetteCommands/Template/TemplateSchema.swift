package import ArgumentParser
import SiteBuild

/// Prints the model that the templates of a site see.
package struct TemplateSchema: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the names, records, fields and filters that templates see.")

  @Flag(exclusivity: .exclusive, help: "How to print it; as plain text when not given.")
  package var form: Form?

  /// How the model is printed.
  package enum Form: String, EnumerableFlag {
    case json, markdown
  }

  package init() {}

  package func run() throws {
    let model = TemplateModel()
    switch form {
    case nil: print(model.text(), terminator: "")
    case .json: print(model.json())
    case .markdown: print(model.markdown(), terminator: "")
    }
  }
}
