/// A point in a publication at which a test can interrupt it.
public enum PublicationMoment: Sendable, Hashable {
  /// Staged bytes are about to be written.
  case staging
  /// The journal is about to get its name, with which the new site becomes certain.
  case sealing
  /// A step of the journal is about to be made.
  case performing(step: Int)
  /// Everything is in place and the caller saves its record.
  case saving
  /// The journal is about to be removed.
  case completing
  /// What was only needed for publishing is about to be removed.
  case cleaning
  /// A step of the journal is about to be undone.
  case undoing(step: Int)
}
