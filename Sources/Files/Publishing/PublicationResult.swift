/// What a publication did to the output folder; every list is ordered by the bytes of its paths.
package struct PublicationResult: Sendable, Hashable {
  /// Files that were not there before.
  package let added: [SitePath]
  /// Files that were there with other bytes.
  package let changed: [SitePath]
  /// Files that were there with these bytes already and were not touched.
  package let unchanged: [SitePath]
  /// Stale files that were removed.
  package let removed: [SitePath]
  /// Stale paths at which something else stands by now, such as a link; it was left alone.
  package let leftAlone: [SitePath]

  package init(
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
