/// A moment that the content names: something is to be seen from then on, or no longer, or is late.
package struct ScheduledMoment: Sendable, Hashable {
  /// Seconds since 1970.
  package let instant: Int
  package let kind: Kind
  /// The file that says so.
  package let file: String
  /// What it is about: an entity's name in its file, or a step's id.
  package let subject: String

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something may be seen from now on.
    case publish
    /// Something may be seen no longer.
    case expiry
    /// The day by which something should have been read again is over.
    case review
    /// The day or month in which a step or need was due is over.
    case due

    /// Whether the site's pages change then, or only what people should do.
    package var changesPages: Bool {
      switch self {
      case .publish, .expiry: true
      case .review, .due: false
      }
    }
  }
}

extension ScheduledMoment: Comparable {
  package static func < (left: ScheduledMoment, right: ScheduledMoment) -> Bool {
    (left.instant, left.file, left.kind.rawValue, left.subject)
      < (right.instant, right.file, right.kind.rawValue, right.subject)
  }
}
