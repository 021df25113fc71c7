public import ArgumentParser

/// Groups the commands that work on templates without building a site.
public struct TemplateCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Checks templates, shows their model, or renders one with JSON data.",
    subcommands: [
      TemplateCheck.self, TemplateSchema.self, TemplateRender.self, TemplateBench.self,
    ])

  public init() {}
}
