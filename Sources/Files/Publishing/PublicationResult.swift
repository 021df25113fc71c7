/// What a publication did to the output folder; every list is ordered by the bytes of its paths.
public struct PublicationResult: Sendable, Hashable {
  /// Files that were not there before.
  public let added: [SitePath]
  /// Files that were there with other bytes.
  public let changed: [SitePath]
  /// Files that were there with these bytes already and were not touched.
  public let unchanged: [SitePath]
  /// Stale files that were removed.
  public let removed: [SitePath]
  /// Stale paths at which something else stands by now, such as a link; it was left alone.
  public let leftAlone: [SitePath]

  /// Makes a result of lists that are in order; by default nothing was left alone.
  public init(
    added: [SitePath], changed: [SitePath], unchanged: [SitePath], removed: [SitePath],
    leftAlone: [SitePath] = []
  ) {
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
    self.removed = removed
    self.leftAlone = leftAlone
  }
}
