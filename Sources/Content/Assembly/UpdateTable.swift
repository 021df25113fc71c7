/// The updates of a site by edition, then in the edition's page order, found by what they are of.
package struct UpdateTable: Sendable {
  private let updates: [ProjectUpdate]
  /// Where those of each edition stand.
  private let ranges: [ID<Edition>: Range<Int>]

  /// - Parameter updates: Those of one edition one after the other.
  init(_ updates: [ProjectUpdate]) {
    self.updates = updates
    var ranges: [ID<Edition>: Range<Int>] = [:]
    for (position, update) in updates.enumerated() {
      let start = ranges[update.sprint.value]?.lowerBound ?? position
      ranges[update.sprint.value] = start..<position + 1
    }
    self.ranges = ranges
  }

  /// The updates in an edition, in its page order.
  package func all(in edition: ID<Edition>) -> ArraySlice<ProjectUpdate> {
    ranges[edition].map { updates[$0] } ?? []
  }

  /// The update of a project in an edition; of two the first.
  package func update(of project: ID<Project>, in edition: ID<Edition>) -> ProjectUpdate? {
    all(in: edition).first { $0.project.value == project }
  }
}

extension UpdateTable: RandomAccessCollection {
  package var startIndex: Int { updates.startIndex }
  package var endIndex: Int { updates.endIndex }
  package subscript(position: Int) -> ProjectUpdate { updates[position] }
}
