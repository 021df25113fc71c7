import Foundation
import PackagePlugin

/// Lets the program carry the folder `templates` as its built-in theme.
@main struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTheme+Files.swift")
    return [
      .buildCommand(
        displayName: "Embedding the theme",
        executable: try context.tool(named: "theme-embedder").url,
        arguments: [folder.path, output.path],
        inputFiles: try contents(of: folder), outputFiles: [output])
    ]
  }

  /// What is below a folder: when anything of it changes, the theme is embedded again.
  private func contents(of folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0) }
  }
}
