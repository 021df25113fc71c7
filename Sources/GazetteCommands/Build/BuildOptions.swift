internal import ArgumentParser
internal import Content
internal import Files
internal import Foundation
internal import SiteBuild

/// Which site is built, as at when, and where to.
struct BuildOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Write the site to this folder.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Build as at this day or time instead of now, such as 2021-10-20 or 2021-10-20T09:00Z.",
      valueName: "date"))
  var at: String?

  @Flag(help: "Show drafts too, as for a preview.")
  var drafts = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Publish at this address instead of the one in site.yaml.", valueName: "url")
  )
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Build only part i of n, for building on several machines, such as 2/4.", valueName: "i/n"))
  var shard: String?

  @Option(help: ArgumentHelp("How many threads to use; all cores when not given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if let at, PublishTime(at) == nil {
      throw ValidationError(
        "--at must be a day such as 2021-10-20 or a time such as 2021-10-20T09:00Z, not '\(at)'")
    }
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError(
        "--base-url must be an address such as https://notes.example.org/, not '\(baseURL)'")
    }
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard must be a part such as 2/4, from 1/4 to 4/4, not '\(shard)'")
    }
  }

  var source: Folder { Folder(site.source) }

  var instant: BuildInstant {
    at.map { .time($0) } ?? .seconds(Int(Date().timeIntervalSince1970))
  }

  var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// What the builder is asked to do.
  func builderOptions() throws -> SiteBuilder.Options {
    let usual = source.folder(try SitePath("output"))
    var options = SiteBuilder.Options(
      source: source, output: Folder(output ?? usual.path), instant: instant,
      showsDrafts: drafts, baseURL: baseURL, jobs: threads)
    options.shard = shard.flatMap { Shard($0) }
    return options
  }
}

/// Where the site is.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds content/.", valueName: "dir"))
  var source = "."
}
