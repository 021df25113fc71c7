package import ArgumentParser

/// Groups the commands that work on templates alone, without a site.
package struct TemplateCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Checks templates, or renders one with JSON data.",
    subcommands: [TemplateCheck.self, TemplateRender.self, TemplateBench.self])

  package init() {}
}
