internal import Content

extension Project {
  /// Whether the value of a key is not one that cannot be read.
  func hasRead(_ key: String) -> Bool { !header.unreadKeys.contains(key) }

  /// Whether a status is the one that is given, and not one that is taken for want of any.
  func hasStatus(_ status: Status) -> Bool { self.status == status && hasRead("status") }
}
