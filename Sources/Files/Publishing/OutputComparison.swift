/// How new bytes compare with what the output folder holds at their path.
enum OutputComparison: Hashable {
  /// Nothing stands there; `newFolder` is the highest folder above that is missing too.
  case absent(newFolder: SitePath?)
  /// The file has these bytes already, and looks like this from outside.
  case same(FileStamp)
  case different
  /// A folder stands at the path.
  case folder
  /// A link, or something stranger, stands at the path or on the way to it.
  case link
  /// A file stands at this path, where a folder is needed.
  case fileOnTheWay(SitePath)

  /// Compares by size first, then byte by byte.
  static func compare(
    _ bytes: UnsafeRawBufferPointer, with path: SitePath, in output: borrowing OutputFolder,
    survey: OutputSurvey
  ) throws(FileError) -> OutputComparison {
    switch try survey.standing(of: path.parent, in: output) {
    case .missing(let top): return .absent(newFolder: top)
    case .file(let file): return .fileOnTheWay(file)
    case .link: return .link
    case .present: break
    }
    do throws(SystemError) {
      let file = try output.root.open(path.text, for: .reading)
      let status = try file.status()
      switch status.kind {
      case .folder: return .folder
      case .link, .other: return .link
      case .file: break
      }
      guard status.stamp.size == bytes.count else { return .different }
      return try holds(file, bytes) ? .same(status.stamp) : .different
    } catch let error where error == .notFound {
      return .absent(newFolder: nil)
    } catch let error where error == .isLink {
      return .link
    } catch {
      throw FileError(.read, output.folder.location(of: path), error)
    }
  }

  private static let chunk = 256 * 1_024

  private static func holds(
    _ file: borrowing Descriptor, _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let expected = UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(chunk))
      let found = try file.nextBytes(expected.count)
      guard found.withUnsafeBytes({ $0.hasSameBytes(as: expected) }) else { return false }
      offset += expected.count
    }
    return true
  }
}
