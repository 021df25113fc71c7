import Files
import Foundation
import Synchronization
import Testing

/// Whatever fails, the old site is in place afterwards.
@Suite struct PublicationFailureTests {
  let temporary: TemporaryFolder
  let output: Folder

  init() throws {
    temporary = try TemporaryFolder()
    output = Folder(temporary.path + "/output")
    try SiteChange.prepare(temporary)
  }

  private static let failure = FileError(.move, "page.html", .system(code: 28))

  /// The moments of the change before everything is in place and saved.
  @Test(arguments: 0..<23)
  func failureAtAnyMomentLeavesTheOldSite(moment: Int) throws {
    let counter = Counter()
    #expect(throws: Self.failure) {
      try SiteChange.publish(in: output) { _ throws(FileError) in
        if counter.next() == moment { throw Self.failure }
      }
    }
    #expect(try temporary.contents(of: "output") == SiteChange.before)
    try SiteChange.publish(in: output)
    #expect(try temporary.contents(of: "output") == SiteChange.after)
  }

  @Test func recordThatCannotBeSavedLeavesTheOldSite() throws {
    var seen: PublicationResult?
    #expect(throws: Self.failure) {
      try SiteChange.publish(
        in: output,
        saving: { result throws(FileError) in
          seen = result
          throw Self.failure
        })
    }
    #expect(seen?.changed.map(\.text) == ["index.html", "kept/page.html"])
    #expect(try temporary.contents(of: "output") == SiteChange.before)
  }

  @Test func failureOfUndoingIsToldAndTheNextRunGoesOn() throws {
    let error = #expect(throws: FileError.self) {
      try SiteChange.publish(in: output) { moment throws(FileError) in
        if moment == .saving { throw Self.failure }
        if moment == .undoing(step: 5) { throw FileError(.move, "b.html", .system(code: EIO)) }
      }
    }
    #expect(
      message(error, in: temporary) == """
        cannot publish output: cannot move page.html: no space left on device, \
        and then cannot move b.html: the disk reports an error, so part of it is new and part old
        """)
    #expect(error?.hint == "run the command again; it goes on from there")
    let publication = try Publication(in: output)
    publication.abandon()
    #expect(try temporary.contents(of: "output") == SiteChange.after)
  }

  @Test func finishingThatFailsLeavesTheOldSite() throws {
    #expect(try Victim.publish(in: output, killAt: 12) == .killed)
    #expect(throws: Self.failure) {
      try Publication(in: output) { moment throws(FileError) in
        if moment == .performing(step: 9) { throw Self.failure }
      }
    }
    let publication = try Publication(in: output)
    #expect(publication.recovery == .discarded)
    publication.abandon()
    #expect(try temporary.contents(of: "output") == SiteChange.before)
  }

  /// Permissions do not bind the super-user.
  @Test(.enabled(if: getuid() != 0))
  func folderThatIsReadOnlyLeavesTheOldSite() throws {
    let folder = temporary.path + "/output/kept"
    #expect(chmod(folder, 0o555) == 0)
    defer { _ = chmod(folder, 0o755) }
    let error = #expect(throws: FileError.self) { try SiteChange.publish(in: output) }
    #expect(
      message(error, in: temporary) == "cannot move output/kept/added.html: permission denied")
    #expect(error?.hint == "check who owns the folder and its permissions")
    #expect(try temporary.contents(of: "output") == SiteChange.before)
  }

  @Test func outputThatVanishesIsAnErrorAndNothingElse() throws {
    let publication = try Publication(in: output)
    try temporary.remove("output")
    let path = try SitePath("a/b.html")
    let error = #expect(throws: FileError.self) { try publication.stage([1], at: path) }
    #expect(
      message(error, in: temporary)
        == "cannot create the folder output/.gazette-staging/new/a: no such file or folder")
    #expect(try temporary.contents() == [:])
  }

  @Test func damagedFileUndoesAnInterruptedPublication() throws {
    // The process dies after its second step; then power fails, and a staged file loses its bytes.
    #expect(try Victim.publish(in: output, killAt: 10) == .killed)
    try temporary.write("", to: "output/.gazette-staging/new/kept/added.html")
    let publication = try Publication(in: output)
    #expect(publication.recovery == .discarded)
    publication.abandon()
    #expect(try temporary.contents(of: "output") == SiteChange.before)
  }

  @Test func damagedJournalIsDiscarded() throws {
    try temporary.write("gazette publication jou", to: "output/.gazette-staging/journal")
    try temporary.write("staged", to: "output/.gazette-staging/new/index.html")
    let publication = try Publication(in: output)
    #expect(publication.recovery == .discarded)
    publication.abandon()
    #expect(try temporary.contents(of: "output") == SiteChange.before)
  }

  @Test func journalOfAnotherVersionIsLeftToIt() throws {
    try temporary.write("gazette publication journal 3\n", to: "output/.gazette-staging/journal")
    let error = #expect(throws: FileError.self) { try Publication(in: output) }
    #expect(
      message(error, in: temporary)
        == "cannot open output: the journal of an interrupted build is not one of this version's")
  }
}

/// Counts calls, from any thread.
final class Counter: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}
