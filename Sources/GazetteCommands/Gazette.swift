package import ArgumentParser
import Foundation

/// The root command: names the others and decides the exit status.
package struct Gazette: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Builds sprint notes and a blog into a static site.",
    version: "0.1.0",
    subcommands: [TemplateCommand.self])

  package init() {}

  /// Runs the command that the process's arguments name, and ends the process.
  ///
  /// Exit status: 0 fine, 1 the content or templates have errors, 2 wrong use, 3 the environment
  /// failed.
  package static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        if !message.isEmpty { print(message) }
        Foundation.exit(0)
      }
      if !message.isEmpty { FileHandle.standardError.write(Data((message + "\n").utf8)) }
      Foundation.exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }
}
