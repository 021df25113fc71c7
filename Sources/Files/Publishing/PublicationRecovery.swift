/// What was found of an earlier publication that did not come to its end.
public enum PublicationRecovery: Sendable, Hashable {
  /// Nothing; the last one ended properly.
  case none
  /// It had not begun to change the site, or was undone; the site is the one before it.
  case discarded
  /// It was finished now. A record that the earlier build did not get to save knows nothing of
  /// these paths: treat them as unknown and as written by an earlier build.
  case finished(written: [SitePath], removed: [SitePath])
}
