/// The bytes of a file and the stamp it had while they were read.
public struct FileContents: Sendable, Hashable {
  /// The whole file.
  public let bytes: [UInt8]
  /// The stamp by which a later look tells whether the file must be read again.
  public let stamp: FileStamp

  /// Makes contents of bytes and the stamp that the file had while they were read.
  public init(bytes: [UInt8], stamp: FileStamp) {
    self.bytes = bytes
    self.stamp = stamp
  }
}
