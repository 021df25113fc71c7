/// A path inside a folder, such as `sprints/2021-09/index.html`, that can lead nowhere else.
///
/// Folders are separated by `/`. There is no `.` or `..`, no empty segment, no backslash and no
/// control character, and the path is neither absolute nor overly long. Paths are equal if their
/// bytes are, and are ordered by their bytes, on every platform.
public struct SitePath: Sendable {
  /// The path as it is written.
  public let text: String

  /// Takes a path, or says what is wrong with it.
  public init(_ text: String) throws(SitePathProblem) {
    if let problem = Self.problem(in: text) { throw problem }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// The longest path in bytes, which leaves room for the folder before it on every platform.
  public static let maximumLength = 900
  /// The longest segment in bytes, which is what file systems take.
  public static let maximumSegmentLength = 255

  private static func problem(in text: String) -> SitePathProblem? {
    var text = text
    return text.withUTF8 { problem(in: $0) }
  }

  private static func problem(in bytes: UnsafeBufferPointer<UInt8>) -> SitePathProblem? {
    if bytes.isEmpty { return .empty }
    if bytes.count > maximumLength { return .tooLong(bytes.count) }
    if bytes.first == UInt8(ascii: "/") { return .absolute }
    var length = 0
    var isDots = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "/"):
        if let problem = problem(ofSegment: length, isDots) { return problem }
        length = 0
        isDots = true
        continue
      case UInt8(ascii: "."): break
      case UInt8(ascii: "\\"): return .backslash
      case ..<0x20, 0x7F: return .controlCharacter
      default: isDots = false
      }
      length += 1
    }
    return problem(ofSegment: length, isDots)
  }

  private static func problem(ofSegment length: Int, _ isDots: Bool) -> SitePathProblem? {
    if length == 0 { return .emptySegment }
    if length > maximumSegmentLength { return .segmentTooLong(length) }
    return isDots && length <= 2 ? .dots : nil
  }
}

extension SitePath {
  /// The folder that holds this path, or `nil` at the top.
  public var parent: SitePath? {
    lastSlash.map { SitePath(checked: String(text[..<$0])) }
  }

  /// The folders above this path, from the top down.
  public var folders: [SitePath] {
    var folders: [SitePath] = []
    var path = self
    while let folder = path.parent {
      folders.append(folder)
      path = folder
    }
    return folders.reversed()
  }

  /// The last segment.
  public var name: Substring {
    guard let slash = lastSlash else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }

  private var lastSlash: String.Index? {
    let slash = UInt8(ascii: "/")
    guard let place = text.utf8.withContiguousStorageIfAvailable({ $0.lastIndex(of: slash) }) else {
      return text.utf8.lastIndex(of: slash)
    }
    return place.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// The first segment.
  var top: Substring.UTF8View { text.utf8.prefix { $0 != UInt8(ascii: "/") } }

  /// Whether this path lies in `folder`, at any depth.
  public func isInside(_ folder: SitePath) -> Bool {
    let folder = folder.text.utf8
    guard text.utf8.count > folder.count else { return false }
    return text.utf8.starts(with: folder)
      && text.utf8.dropFirst(folder.count).first == UInt8(ascii: "/")
  }
}

extension SitePath: CustomStringConvertible {
  /// The path as it is written.
  public var description: String { text }
}
