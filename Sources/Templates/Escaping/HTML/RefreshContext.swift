/// How far the `content` of a `meta` element looks like a refresh, `5; url=/next`.
enum RefreshContext: UInt8, Hashable, Sendable {
  /// Nothing but white space yet.
  case start
  /// Only what a delay is made of.
  case delay
  /// A value, which may have been a delay.
  case open
  /// After `u`, `ur` and `url`.
  case u
  case ur
  case url
  /// Text that no browser takes for a refresh.
  case plain
}
