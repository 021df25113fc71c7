internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import SiteBuild

/// `gazette explain`: what an output is made from, and why it was last rendered.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what an output reads, and why it was last rendered.",
    discussion: """
      An output is named by its address, such as /blog/a-post/, or by its file in the output \
      folder, such as blog/a-post/index.html. Nothing is rendered or written.
      """)

  @OptionGroup var build: BuildOptions

  @Argument(help: "The address or file of the output.")
  var output: String

  func run() async throws {
    let explainer = OutputExplainer(try build.builderOptions())
    switch try await explainer.explain(output) {
    case .explanation(let explanation): print(explanation.text)
    case .unknown(let hint):
      Gazette.report("the site has no output '\(output)'\(hint)")
      throw ExitCode(1)
    case .broken(let text):
      StandardError.write(text + "\n")
      throw ExitCode(1)
    }
  }
}
