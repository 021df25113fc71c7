/// The bytes of a file and the stamp it had while they were read.
public struct FileContents: Sendable, Hashable {
  public let bytes: [UInt8]
  public let stamp: FileStamp

  public init(bytes: [UInt8], stamp: FileStamp) {
    self.bytes = bytes
    self.stamp = stamp
  }
}
