internal import Packing

/// A file as the last run left or found it: how it looked from outside, and what was in it.
package struct KnownFile: Sendable, Hashable {
  /// Below the folder that the file belongs to.
  package let path: String
  package let look: Look
  /// The two halves of a digest of its content.
  package let content: Content

  package init(path: String, look: Look, content: Content) {
    self.path = path
    self.look = look
    self.content = content
  }

  /// What a file system tells of a file without reading it.
  package struct Look: Sendable, Hashable {
    package let size: Int
    package let inode: UInt64
    package let modified: Instant
    /// When content or attributes last changed; `nil` where moving the file changes that too.
    package let changed: Instant?

    package init(size: Int, inode: UInt64, modified: Instant, changed: Instant? = nil) {
      self.size = size
      self.inode = inode
      self.modified = modified
      self.changed = changed
    }

    /// How no file looks.
    package static let unknown = Look(
      size: 0, inode: 0, modified: Instant(seconds: .min, nanoseconds: 0))
  }

  /// The same file, which is to be read again however it looks.
  package var unsure: KnownFile { KnownFile(path: path, look: .unknown, content: content) }

  /// A file system's time since 1970.
  package struct Instant: Sendable, Hashable, Comparable {
    package let seconds: Int
    package let nanoseconds: Int

    package init(seconds: Int, nanoseconds: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  /// A digest of 128 bits.
  package struct Content: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }
  }
}

extension KnownFile {
  func pack(into packer: inout Packer) {
    packer.add(path)
    packer.add(look.size)
    packer.add(look.inode)
    look.modified.pack(into: &packer)
    packer.add(look.changed != nil)
    look.changed?.pack(into: &packer)
    packer.add(content.high)
    packer.add(content.low)
  }

  init(unpacking unpacker: inout Unpacker) {
    path = unpacker.text()
    look = Look(
      size: unpacker.number(), inode: unpacker.word(), modified: Instant(unpacking: &unpacker),
      changed: unpacker.flag() ? Instant(unpacking: &unpacker) : nil)
    content = Content(high: unpacker.word(), low: unpacker.word())
  }
}

extension KnownFile.Instant {
  /// Times before 1970 are as good as any other.
  fileprivate func pack(into packer: inout Packer) {
    packer.add(UInt64(bitPattern: Int64(seconds)))
    packer.add(UInt64(bitPattern: Int64(nanoseconds)))
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    seconds = Int(Int64(bitPattern: unpacker.word()))
    nanoseconds = Int(Int64(bitPattern: unpacker.word()))
  }
}
