package import ArgumentParser
internal import Files
internal import Foundation
internal import Preview
internal import SiteBuild

/// The root command: names the others and decides the exit status.
package struct Gazette: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Builds sprint notes and a blog into a static site.",
    version: Release.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, MarkdownCommand.self,
      RememberCommand.self,
      RulesCommand.self, ServeCommand.self, StatusCommand.self, TemplateCommand.self,
    ])

  package init() {}

  /// Runs the command that the process's arguments name, and ends the process.
  ///
  /// Exit status: 0 fine, 1 the content or templates have errors, 2 wrong use, 3 the environment
  /// failed.
  package static func start() async -> Never {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch let error as FileError {
      report(error.message)
      Foundation.exit(3)
    } catch let error as PreviewError {
      report("error: \(error)")
      Foundation.exit(3)
    } catch let error as GitProblem {
      report("error: \(error)")
      Foundation.exit(3)
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    let message = fullMessage(for: error)
    if status == .success {
      if !message.isEmpty { print(message) }
      Foundation.exit(0)
    }
    if !message.isEmpty { report(message) }
    Foundation.exit(status == .validationFailure ? 2 : status.rawValue)
  }

  /// Writes a line to standard error.
  static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

extension FileError {
  /// The error as people are told, with what helps.
  var message: String { "error: \(self)" + (hint.map { "; \($0)" } ?? "") }
}
