import Files
import Testing

/// What a real `kill -9` leaves, at every moment of a publication.
@Suite struct PublicationKillTests {
  /// More than a publication has moments; the tests check that they came to its end.
  private let enough = 100

  @Test func killedAtAnyMomentTheSiteIsTheOldOrTheNewOne() throws {
    var outcomes = [PublicationRecovery]()
    for moment in 0..<enough {
      let temporary = try TemporaryFolder()
      try SiteChange.prepare(temporary)
      let output = temporary.folder.folder(try SitePath("output"))
      if try Victim.publish(in: output, killAt: moment) == .published { break }
      try expectWholeFiles(in: temporary)
      outcomes.append(try recover(output))
      try expectSite(outcomes.last, in: temporary)
    }
    #expect(outcomes.count == 25)
    #expect(outcomes.prefix(8).allSatisfy { $0 == .discarded })
    #expect(outcomes.dropFirst(8).dropLast().allSatisfy { $0 == (try? finished()) })
    // The journal was gone: the new site was there, and only traces were left.
    #expect(outcomes.last == .discarded)
  }

  @Test func killedTwiceTheSiteIsStillTheOldOrTheNewOne() throws {
    for first in stride(from: 8, to: 24, by: 3) {
      for second in 0..<enough {
        let temporary = try TemporaryFolder()
        try SiteChange.prepare(temporary)
        let output = temporary.folder.folder(try SitePath("output"))
        #expect(try Victim.publish(in: output, killAt: first) == .killed)
        if try Victim.publish(in: output, killAt: second) == .published { break }
        try expectWholeFiles(in: temporary)
        _ = try recover(output)
        #expect(try temporary.contents(of: "output") == SiteChange.after)
      }
    }
  }

  @Test func killedWhileUndoingTheNextRunGoesOn() throws {
    var kills = 0
    for moment in 0..<enough {
      let temporary = try TemporaryFolder()
      try SiteChange.prepare(temporary)
      let output = temporary.folder.folder(try SitePath("output"))
      // Saving the record fails at moment 22; what follows is undoing.
      let outcome = try Victim.publish(in: output, killAt: 23 + moment, failAt: 22)
      if outcome != .killed {
        #expect(outcome == .failed)
        #expect(try temporary.contents(of: "output") == SiteChange.before)
        break
      }
      kills += 1
      try expectWholeFiles(in: temporary)
      #expect(try recover(output) == finished())
      #expect(try temporary.contents(of: "output") == SiteChange.after)
    }
    #expect(kills > 0)
  }

  private func recover(_ output: Folder) throws -> PublicationRecovery {
    let publication = try Publication(in: output)
    publication.abandon()
    return publication.recovery
  }

  private func finished() throws -> PublicationRecovery {
    .finished(
      written: try SiteChange.written.filter { $0 != "same.html" }.map { try SitePath($0) }
        .sorted(),
      removed: try SiteChange.stale.map { try SitePath($0) }.sorted())
  }

  private func expectSite(
    _ recovery: PublicationRecovery?, in temporary: TemporaryFolder
  ) throws {
    let contents = try temporary.contents(of: "output")
    switch recovery {
    case .finished: #expect(contents == SiteChange.after)
    case .discarded: #expect(contents == SiteChange.before || contents == SiteChange.after)
    case nil, .some(.none): Issue.record("a killed publication leaves something")
    }
  }

  /// Every file at its place has the whole old or the whole new text.
  private func expectWholeFiles(in temporary: TemporaryFolder) throws {
    for (name, text) in try temporary.contents(of: "output")
    where !name.hasPrefix(".gazette-staging") {
      #expect(text == SiteChange.before[name] || text == SiteChange.after[name])
    }
  }
}
