/// Why a text is not a path inside a folder.
public enum SitePathProblem: Error, Sendable, Hashable {
  case absolute
  case backslash
  case controlCharacter
  case dots
  case empty
  case emptySegment
  case segmentTooLong(Int)
  case tooLong(Int)
}

extension SitePathProblem: CustomStringConvertible {
  /// The rule and what was understood, to follow the path and a colon.
  public var description: String {
    switch self {
    case .absolute: "a path starts with a name, not with '/'"
    case .backslash: "folders are separated by '/', not by a backslash"
    case .controlCharacter: "a path has no control characters"
    case .dots: "a path has no '.' or '..' segment"
    case .empty: "a path is not empty"
    case .emptySegment: "a path has a name between any two '/' and after the last"
    case .segmentTooLong(let length):
      "a name has at most \(SitePath.maximumSegmentLength) bytes, this one has \(length)"
    case .tooLong(let length):
      "a path has at most \(SitePath.maximumLength) bytes, this one has \(length)"
    }
  }
}
