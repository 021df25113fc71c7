internal import ArgumentParser
internal import Files
internal import Foundation
internal import Preview
internal import SiteBuild

/// `gazette serve`: shows a site in the browser while it is being written.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Build the site, show it in the browser, and again whenever it changes.",
    discussion: """
      Builds as `gazette build` does, prints the address to open, and waits for changes of \
      content/ and templates/. Pages that are open reload when they have changed; when errors \
      stop a build, they show what is wrong, and the site stays as it was. Only this machine can \
      see it. Ctrl-C ends it.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Write the site to this folder.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("Serve at this port; 0 takes any that is free.", valueName: "n"))
  var port = 8080

  @OptionGroup var instant: InstantOptions

  @Option(help: ArgumentHelp("How many threads to use; all cores when not given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if !(0...65_535).contains(port) {
      throw ValidationError("--port must be a number from 0 to 65535, not '\(port)'")
    }
  }

  func run() async throws {
    let source = Folder(site.source)
    let usual = source.folder(try SitePath("output"))
    let options = SiteBuilder.Options(
      source: source, output: Folder(output ?? usual.path), instant: instant.buildInstant,
      showsDrafts: instant.drafts,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    // Taken first: nobody wants to wait for a build to learn that the port is not free.
    let server = try PreviewServer(options.output, port: port)
    let watcher = try FolderWatcher(of: ResidentBuilder.watchedFolders, in: source)
    let signals = StopSignals { watcher.stop() }
    defer { signals.ignore() }
    var session = PreviewSession(
      options, isInstantFixed: instant.at != nil, server: server, watcher: watcher)
    try await session.run()
    await server.stop()
  }
}
