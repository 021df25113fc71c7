extension Journal {
  private static let family = "gazette publication journal "
  private static let title = family + "2"

  /// The journal as lines of text, the last of which proves that none is missing.
  ///
  /// Paths hold no line ends, so a path is the rest of its line.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128 * (steps.count + contents.count + 1))
    func add(_ words: String...) {
      for word in words { bytes += word.utf8 }
      bytes.append(UInt8(ascii: "\n"))
    }
    add(Self.title)
    for step in steps {
      switch step {
      case .setAside(let path): add("aside ", path.text)
      case .removeFolder(let path): add("rmdir ", path.text)
      case .add(let path): add("add ", path.text)
      case .replace(let path): add("replace ", path.text)
      case .addFolder(let path): add("folder ", path.text)
      }
    }
    for content in contents { add("holds ", content.digest.description, " ", content.path.text) }
    add("end ", Digest(of: bytes).description)
    return bytes
  }

  /// How the bytes of a journal may turn out.
  enum Reading: Hashable {
    case complete(Journal)
    /// Cut off or damaged, as after a loss of power.
    case damaged
    /// Written by a version with other steps.
    case foreign
  }

  /// Reads what `encoded` writes.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.starts(with: (title + "\n").utf8) else {
      // Without its line end, the first line may be one of ours that was cut off.
      let isForeign = bytes.starts(with: family.utf8) && bytes.contains(UInt8(ascii: "\n"))
      return isForeign ? .foreign : .damaged
    }
    let endLength = "end ".utf8.count + 32 + 1
    let body = Array(bytes.dropLast(endLength))
    guard bytes.suffix(endLength).elementsEqual("end \(Digest(of: body))\n".utf8) else {
      return .damaged
    }
    var steps = [Step]()
    var contents = [Content]()
    for line in body.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let line = String(decoding: line, as: UTF8.self)
      if let step = step(line) {
        steps.append(step)
      } else if let content = content(line) {
        contents.append(content)
      } else {
        return .damaged
      }
    }
    return .complete(Journal(steps: steps, contents: contents))
  }

  private static func step(_ line: String) -> Step? {
    let (word, rest) = split(line)
    guard let path = try? SitePath(rest) else { return nil }
    return switch word {
    case "aside": .setAside(path)
    case "rmdir": .removeFolder(path)
    case "add": .add(path)
    case "replace": .replace(path)
    case "folder": .addFolder(path)
    default: nil
    }
  }

  private static func content(_ line: String) -> Content? {
    let (word, rest) = split(line)
    let (digits, name) = split(rest)
    guard word == "holds", let digest = Digest(digits), let path = try? SitePath(name) else {
      return nil
    }
    return Content(path: path, digest: digest)
  }

  private static func split(_ line: String) -> (word: String, rest: String) {
    guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { return (line, "") }
    return (String(line[..<space]), String(line[line.utf8.index(after: space)...]))
  }
}
