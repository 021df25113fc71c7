// Swift compares strings by what they mean, so that two spellings of `é` are equal; to a file
// system they are two names.
extension SitePath: Hashable, Comparable {
  /// Whether the paths have the same bytes, however their characters are composed.
  public static func == (left: SitePath, right: SitePath) -> Bool {
    left.text.utf8.count == right.text.utf8.count && order(left, right) == 0
  }

  /// Orders by bytes, a path before all that begin with it.
  public static func < (left: SitePath, right: SitePath) -> Bool {
    let order = order(left, right)
    return order == 0 ? left.text.utf8.count < right.text.utf8.count : order < 0
  }

  /// Feeds in the path's bytes, by which paths are equal.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  /// Whether the path's first bytes are all bytes of another.
  func begins(with other: SitePath) -> Bool {
    text.utf8.count >= other.text.utf8.count && Self.order(self, other) == 0
  }

  /// Compares as many bytes as both have.
  private static func order(_ left: SitePath, _ right: SitePath) -> Int32 {
    left.withBytes { left in right.withBytes { right in left.order(to: right) } }
  }

  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    // Swift's own strings lend their bytes; only one of another kind has to be copied.
    text.utf8.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(text.utf8).withUnsafeBytes(body)
  }
}
