import Files
import Foundation
import FuzzSupport
import SiteBuild
import Testing

/// What a builder that stays in memory makes is what a build that knows nothing makes, whatever it
/// is told of and whenever it has time.
@Suite struct ResidentBuilderTests {
  private func builder(_ site: SampleSite) -> ResidentBuilder {
    ResidentBuilder(
      SiteBuilder.Options(
        source: Folder(site.folder.path),
        output: Folder(site.folder.appending(path: "output").path),
        instant: .time("2021-10-20")))
  }

  /// A builder that has built and had time.
  private func settled(_ site: SampleSite) async throws -> ResidentBuilder {
    var builder = builder(site)
    let report = try await builder.build(.everything, at: .time("2021-10-20"))
    #expect(report.result != nil, "\(report.text())")
    #expect(try await builder.settle())
    return builder
  }

  @Test func fuzzedEditsGiveWhatACleanBuildGives() async throws {
    for seed in FuzzSeeds(usual: 1) {
      var editor = try RandomEditor(seed: seed)
      var random = SeededGenerator(seed: seed &+ 1)
      let site = editor.edited.site
      var builder = try await settled(site)
      for step in 0..<16 {
        let comment = try step.isMultiple(of: 2) ? editor.edit() : editor.editText()
        let place = "seed \(seed), step \(step): \(comment)"
        let changes = FolderChanges(editor.editedPaths)
        let report = try await builder.build(changes, at: .time(editor.time))
        guard report.result != nil else {
          // A mistake that stops the build: the edit is taken back, and what is built is as before.
          let paths = editor.editedPaths
          try editor.undo()
          let mended = try await builder.build(FolderChanges(paths), at: .time(editor.time))
          #expect(mended.result != nil, "\(place)")
          continue
        }
        try await editor.edited.expectSameAsClean(place, at: editor.time)
        if Bool.random(using: &random) { #expect(try await builder.settle(), "\(place)") }
      }
      #expect(try await builder.settle())
      let after = try await site.build(at: editor.time)
      #expect(after.rendered == [])
    }
  }

  @Test func aTextIsBuiltAloneAndItsRecordSavedWhenThereIsTime() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    for round in 0..<3 {
      let text = EditedSite.post(1) + "\nRound \(round).\n"
      try edited.site.write(EditedSite.path(1), text)
      let report = try await builder.build(
        FolderChanges([EditedSite.path(1)]), at: .time("2021-10-20"))
      #expect(report.extent == .texts)
      #expect(report.rendered.map(\.address) == [EditedSite.address(1)])
      #expect(
        report.result?.changed.map(\.text)
          == [String(EditedSite.address(1).dropFirst()) + "index.html"])
      try await edited.expectSameAsClean("round \(round)")
    }
    #expect(try await builder.settle())
    let after = try await edited.site.build()
    #expect(after.rendered == [])
  }

  @Test func aProcessThatEndsBeforeItHasTimeLosesNothing() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    try edited.site.write(EditedSite.path(1), EditedSite.post(1) + "\nMore.\n")
    _ = try await builder.build(FolderChanges([EditedSite.path(1)]), at: .time("2021-10-20"))
    // Another process goes by the older record, with the text as it was before.
    try edited.site.write(EditedSite.path(1), EditedSite.post(1))
    _ = try await edited.site.build()
    try await edited.expectSameAsClean("the text is what it was")
  }

  @Test func filesThatEditorsMakeInPassingDoNotCount() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    try edited.site.write(EditedSite.path(1), EditedSite.post(1) + "\nMore.\n")
    let report = try await builder.build(
      FolderChanges([EditedSite.path(1), "content/blog/4913", "content/blog/post.md.tmp"]),
      at: .time("2021-10-20"))
    #expect(report.extent == .texts)
  }

  @Test func whatStoppedABuildIsLookedAtAgain() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    let (first, second) = (EditedSite.path(1), EditedSite.path(2))
    try edited.site.write(first, "---\ntitel: Wrong\n---\n")
    let stopped = try await builder.build(FolderChanges([first]), at: .time("2021-10-20"))
    #expect(stopped.result == nil)
    try edited.site.write(second, EditedSite.post(2) + "\nMore.\n")
    let still = try await builder.build(FolderChanges([second]), at: .time("2021-10-20"))
    #expect(still.result == nil)
    try edited.site.write(first, EditedSite.post(1) + "\nMended.\n")
    let mended = try await builder.build(FolderChanges([first]), at: .time("2021-10-20"))
    #expect(
      mended.rendered.map(\.address).contains(EditedSite.address(2)), "\(mended.text())")
    try await edited.expectSameAsClean("mended")
  }

  @Test func whatAnotherBuildDidCounts() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    try edited.site.write(EditedSite.path(30), EditedSite.post(30))
    _ = try await edited.site.build()
    try edited.site.write(EditedSite.path(1), EditedSite.post(1) + "\nMore.\n")
    _ = try await builder.build(FolderChanges([EditedSite.path(1)]), at: .time("2021-10-20"))
    try await edited.expectSameAsClean("a new post by another process")
    #expect(try await builder.settle())
    // The other comes between a text and the time to save.
    try edited.site.write(EditedSite.path(1), EditedSite.post(1) + "\nEven more.\n")
    _ = try await builder.build(FolderChanges([EditedSite.path(1)]), at: .time("2021-10-20"))
    try edited.site.remove(EditedSite.path(30))
    _ = try await edited.site.build()
    #expect(try await builder.settle() == false)
    _ = try await builder.build(.none, at: .time("2021-10-20"))
    try await edited.expectSameAsClean("a post less by another process")
  }

  @Test func anOutputThatSomeoneChangedIsMadeAgain() async throws {
    let edited = try EditedSite(posts: 22)
    var builder = try await settled(edited.site)
    try edited.site.write("output/index.html", "Mine.")
    #expect(try await builder.settle() == false)
    _ = try await builder.build(.none, at: .time("2021-10-20"))
    try await edited.expectSameAsClean("made again")
  }

  @Test func whatComesByItselfIsBuilt() async throws {
    let edited = try EditedSite(posts: 22)
    try edited.site.write(
      EditedSite.path(1),
      EditedSite.post(1).replacing("title:", with: "publish: 2021-10-25\ntitle:"))
    var builder = try await settled(edited.site)
    #expect(builder.nextChange != nil)
    _ = try await builder.build(.none, at: .time("2021-10-26"))
    try await edited.expectSameAsClean("published by itself", at: "2021-10-26")
  }
}
