/// The lasting address of a page within the site, such as `/projects/domestic-abuse/`.
///
/// Starts with a slash; made of ids, never of titles. A page's address ends with a slash, a
/// file's, such as `/feed.atom`, does not.
package struct Permalink: Sendable, Hashable, Comparable {
  package let path: String

  /// Takes a path, or returns `nil` when it could leave the site or be spelt two ways.
  package init?(path: String) {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= 1000 else { return nil }
    if Self.isPlain(path) {
      self.path = path
      return
    }
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      if segment.isEmpty, index == segments.count - 1 { continue }
      guard Self.isSegment(segment) else { return nil }
    }
    self.path = path
  }

  /// Joins ids and other checked words to the address of a page; no words is the home page.
  package init(page words: [String]) {
    var path = "/"
    path.reserveCapacity(words.reduce(1) { $0 + $1.utf8.count + 1 })
    for word in words {
      path += word
      path += "/"
    }
    guard let permalink = Permalink(path: path) else {
      preconditionFailure("addresses are made of well-formed ids only, not of \(words)")
    }
    self = permalink
  }

  /// The file that a server answers this address with, relative to the output folder.
  package var outputPath: String {
    var file = String(relativePath)
    if path.utf8.last == UInt8(ascii: "/") { file += "index.html" }
    return file
  }

  /// The path without its first slash.
  package var relativePath: Substring { path[path.utf8.index(after: path.startIndex)...] }

  package static func < (left: Permalink, right: Permalink) -> Bool { left.path < right.path }

  /// Whether a path is made of ids alone, which needs no closer look; nearly all are.
  private static func isPlain(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { isPlain($0.dropFirst()) }
  }

  private static func isPlain(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var previous = UInt8(ascii: "/")
    var length = 0
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        length += 1
      case UInt8(ascii: "-"):
        length += 1
      case UInt8(ascii: "/"):
        guard previous != UInt8(ascii: "/") else { return false }
        length = 0
      default: return false
      }
      guard length <= 200 else { return false }
      previous = byte
    }
    return true
  }

  private static func isSegment(_ segment: Substring) -> Bool {
    guard !segment.isEmpty, segment.utf8.count <= 200, segment != ".", segment != ".." else {
      return false
    }
    return segment.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && !"\\?#%\"<>:*|".unicodeScalars.contains(scalar)
    }
  }
}

extension Permalink: CustomStringConvertible {
  package var description: String { path }
}
