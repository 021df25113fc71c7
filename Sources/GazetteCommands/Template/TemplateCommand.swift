package import ArgumentParser

/// Groups the commands that work on templates without building a site.
package struct TemplateCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Checks templates, shows their model, or renders one with JSON data.",
    subcommands: [
      TemplateCheck.self, TemplateSchema.self, TemplateRender.self, TemplateBench.self,
    ])

  package init() {}
}
