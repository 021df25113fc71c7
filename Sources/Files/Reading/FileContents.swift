/// The bytes of a file and the stamp it had while they were read.
package struct FileContents: Sendable, Hashable {
  package let bytes: [UInt8]
  package let stamp: FileStamp

  package init(bytes: [UInt8], stamp: FileStamp) {
    self.bytes = bytes
    self.stamp = stamp
  }
}
