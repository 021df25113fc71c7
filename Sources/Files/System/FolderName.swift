#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A name found in a folder.
struct FolderName {
  /// The name, with replacement characters where it is not UTF-8.
  let text: String
  let isUTF8: Bool
  /// Whether the entry itself says that it is a folder; not every file system tells.
  let isSurelyFolder: Bool
  /// Whether it says that it is a file.
  let isSurelyFile: Bool

  /// Takes an entry of a folder; `nil` for the folder itself and the one above.
  init?(_ entry: UnsafeMutablePointer<dirent>) {
    let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
    let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: length, Self.text)
    }
    guard name.text != ".", name.text != ".." else { return nil }
    (text, isUTF8) = name
    isSurelyFolder = entry.pointee.d_type == UInt8(DT_DIR)
    isSurelyFile = entry.pointee.d_type == UInt8(DT_REG)
  }

  private static func text(of name: UnsafePointer<CChar>) -> (text: String, isUTF8: Bool) {
    if let text = String(validatingCString: name) { return (text, true) }
    return (String(cString: name), false)
  }
}
