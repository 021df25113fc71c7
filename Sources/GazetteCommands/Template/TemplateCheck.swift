package import ArgumentParser
import Diagnostics
import Files
import Foundation
import SiteBuild
import Templates

/// Checks the templates of a site, or of a folder with JSON data, without rendering any.
package struct TemplateCheck: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks templates and prints everything that is wrong.",
    discussion: """
      A site's templates are checked against the model that 'gazette template schema' prints, \
      together with those of the built-in theme that the site does not replace. With --data, a \
      folder of any templates is checked against that data instead.
      """)

  @Argument(
    help: ArgumentHelp(
      "A site, or a folder of templates; the site that --source names when not given.",
      valueName: "dir"))
  package var folder: String?

  @Option(help: ArgumentHelp("The folder that holds content/.", valueName: "dir"))
  package var source = "."

  @Option(help: "A JSON file whose members are the names that templates use.")
  package var data: String?

  package init() {}

  package func run() throws {
    if let data {
      try JSONCheck(folder: folder ?? "\(source)/templates", data: data).run()
    } else {
      let report = try checker().check()
      StandardStreams.writeError(report.text())
      if report.diagnostics.hasErrors { throw CommandFailure.exit }
      print("\(report.templateCount) templates are fine")
    }
  }

  private func checker() throws -> ThemeChecker {
    let path = folder ?? source
    guard Self.isFolder(path) else {
      throw CommandFailure.report("there is no folder '\(path)'")
    }
    if folder == nil || Self.isSite(path) { return try ThemeChecker(site: Folder(path)) }
    let url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    let parent = url.deletingLastPathComponent().path
    if url.lastPathComponent == "templates", Self.isSite(parent) {
      return try ThemeChecker(site: Folder(parent))
    }
    return ThemeChecker(templates: Folder(path))
  }

  private static func isSite(_ path: String) -> Bool {
    isFolder("\(path)/content") || isFolder("\(path)/templates")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
