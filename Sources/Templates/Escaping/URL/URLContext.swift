/// How far a URL has been written.
struct URLContext: Hashable, Sendable, BitwiseCopyable {
  var part: Part = .start
  /// The scheme being read, or the media type of a `data` URL.
  var name = PackedName()
  /// Whether `data:image/…` may stand here.
  let allowsImages: Bool

  enum Part: UInt8, Hashable, Sendable {
    /// Nothing but white space yet.
    case start
    /// Characters that may become a scheme.
    case scheme
    /// A value, or different branches, so that a scheme may have ended or not.
    case open
    /// Behind the scheme, or where none can follow.
    case path
    /// Behind `?` or `#`.
    case query
    /// Behind `data:`, up to `/`.
    case mediaType
    /// Behind a scheme that runs code.
    case code
    /// Branches disagree whether this is behind `?` or `#`.
    case ambiguous
  }
}
