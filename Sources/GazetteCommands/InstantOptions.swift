internal import ArgumentParser
internal import Content
internal import Foundation
internal import SiteBuild

/// As at when a site is looked at, and whether drafts belong to it.
struct InstantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look at the site as at this day or time instead of now, such as 2021-10-20.",
      valueName: "date"))
  var at: String?

  @Flag(help: "Take drafts in too, as for a preview.")
  var drafts = false

  func validate() throws {
    if let at, PublishTime(at) == nil {
      throw ValidationError(
        "--at must be a day such as 2021-10-20 or a time such as 2021-10-20T09:00Z, not '\(at)'")
    }
  }

  var buildInstant: BuildInstant {
    at.map { .time($0) } ?? .seconds(Int(Date().timeIntervalSince1970))
  }
}
