internal import ArgumentParser
internal import Editorial
internal import Foundation

/// `gazette rules`: what each editorial rule is for, as Markdown.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Print the reference of the editorial rules.")

  func run() throws {
    FileHandle.standardOutput.write(Data(RuleReference.markdown().utf8))
  }
}
