internal import Content
internal import Diagnostics

/// Turns what an author wrote as a link or image into an address of the site.
struct LinkResolver: Sendable {
  let book: AddressBook

  /// Where a destination leads, or why nowhere.
  enum Resolution: Sendable, Equatable {
    case address(String)
    /// The likely targets' hint for the message, such as ` (did you mean …?)`.
    case broken(hint: String)
  }

  func address(_ permalink: Permalink) -> String { book.address(permalink) }

  /// Resolves a destination written in `file`, which is named from the site's folder.
  func resolve(_ destination: String, in file: String) -> Resolution {
    let (path, anchor) = Self.split(destination)
    if path.isEmpty { return samePage(anchor, in: file) }
    if let scheme = path.firstIndex(of: ":"), !path[..<scheme].contains("/") {
      return reference(path, anchor: anchor)
    }
    let decoded = Self.percentDecoded(path)
    if decoded.hasPrefix("/") { return absolute(decoded, anchor: anchor) }
    return relative(decoded, anchor: anchor, in: file)
  }

  /// The address of an image that front matter names, relative to its file or its content folder.
  func imageAddress(_ path: String, in file: String) -> String? {
    if let permalink = asset(path, in: file) { return book.address(permalink) }
    return nil
  }

  private func asset(_ path: String, in file: String) -> Permalink? {
    let source = AddressBook.contentPath(file)
    return Self.joined(path, from: source).flatMap { book.permalink(ofSource: $0) }
      ?? book.permalink(ofSource: path)
  }
}

// MARK: - The forms of a destination

extension LinkResolver {
  private func samePage(_ anchor: String?, in file: String) -> Resolution {
    guard let anchor, !anchor.isEmpty else { return .address("#") }
    guard let page = book.permalink(ofSource: AddressBook.contentPath(file)),
      !book.hasAnchor(Self.percentDecoded(anchor), on: page)
    else { return .address("#\(anchor)") }
    return .broken(hint: NearestName.hint(anchor, among: book.anchors(on: page)))
  }

  private func reference(_ path: String, anchor: String?) -> Resolution {
    guard let target = book.target(ofReference: path) else {
      return .broken(hint: NearestName.hint(path, among: book.referenceNames))
    }
    return finished(target.permalink, anchor: anchor ?? target.anchor)
  }

  private func absolute(_ path: String, anchor: String?) -> Resolution {
    let withSlash = path.hasSuffix("/") ? path : path + "/"
    for candidate in [path, withSlash] {
      if let permalink = Permalink(path: candidate), book.isPublished(permalink) {
        return finished(permalink, anchor: anchor)
      }
    }
    return .broken(hint: NearestName.hint(path, among: book.publishedPaths))
  }

  private func relative(_ path: String, anchor: String?, in file: String) -> Resolution {
    let source = AddressBook.contentPath(file)
    guard let target = Self.joined(path, from: source) else { return .broken(hint: "") }
    for candidate in [target, "\(target).md", "\(target)/index.md"] {
      if let permalink = book.permalink(ofSource: candidate) {
        return finished(permalink, anchor: anchor)
      }
    }
    let hint = NearestName.find(target, among: book.sourcePaths).map {
      " (did you mean '\(Self.relativePath(to: $0, from: source))'?)"
    }
    return .broken(hint: hint ?? "")
  }

  private func finished(_ permalink: Permalink, anchor: String?) -> Resolution {
    guard let anchor, !anchor.isEmpty else { return .address(book.address(permalink)) }
    guard book.hasAnchor(Self.percentDecoded(anchor), on: permalink) else {
      return .broken(hint: NearestName.hint(anchor, among: book.anchors(on: permalink)))
    }
    return .address("\(book.address(permalink))#\(anchor)")
  }
}

// MARK: - Paths

extension LinkResolver {
  /// Splits off the anchor, and drops a query, which static files do not read.
  private static func split(_ destination: String) -> (path: String, anchor: String?) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let anchor = parts.count == 2 ? String(parts[1]) : nil
    return (path.split(separator: "?", maxSplits: 1).first.map(String.init) ?? "", anchor)
  }

  /// Joins a relative path to the folder of a file; `nil` when it would leave the content folder.
  private static func joined(_ path: String, from file: String) -> String? {
    var segments = file.split(separator: "/").dropLast().map(String.init)
    for segment in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch segment {
      case ".": continue
      case "..":
        if segments.popLast() == nil { return nil }
      default: segments.append(String(segment))
      }
    }
    return segments.joined(separator: "/")
  }

  /// The way an author would write `target` in `file`.
  private static func relativePath(to target: String, from file: String) -> String {
    var to = target.split(separator: "/")
    var from = file.split(separator: "/").dropLast()
    while let next = to.first, next == from.first, to.count > 1 {
      to.removeFirst()
      from.removeFirst()
    }
    return String(repeating: "../", count: from.count) + to.joined(separator: "/")
  }

  private static func percentDecoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
