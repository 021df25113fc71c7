#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Folder {
  /// The folder by its path from the root, so that it can be told from others by name alone.
  ///
  /// Links on the way stay as they are, and so does a path when the working folder is gone.
  public var absolute: Folder {
    guard !path.hasPrefix("/") else { return self }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard getcwd(&buffer, buffer.count) != nil else { return self }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let working = String(decoding: bytes, as: UTF8.self)
    return path == "." ? Folder(working) : Folder("\(working)/\(path)")
  }
}
