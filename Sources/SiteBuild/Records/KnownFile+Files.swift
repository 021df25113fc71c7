internal import BuildGraph
internal import Files

extension KnownFile {
  /// A source as it was read.
  init(source path: String, _ stamp: FileStamp, _ digest: Digest) {
    self.init(path: path, look: Look(source: stamp), content: Content(digest))
  }

  /// An output as it was written or found.
  init(output path: SitePath, _ stamp: FileStamp, _ digest: Digest) {
    self.init(path: path.text, look: Look(output: stamp), content: Content(digest))
  }
}

extension KnownFile.Look {
  init(source stamp: FileStamp) {
    self.init(
      size: stamp.size, inode: stamp.inode, modified: .init(stamp.modified),
      changed: .init(stamp.changed))
  }

  /// Outputs are moved into place after they are written, which changes `changed`.
  init(output stamp: FileStamp) {
    self.init(size: stamp.size, inode: stamp.inode, modified: .init(stamp.modified))
  }

  /// Whether the file might be written again without looking different: it was written or touched
  /// so shortly before `instant` that the file system's clock may not have gone on since.
  ///
  /// - Parameter tick: How many seconds that clock may stand still; 2 is the most of any in use.
  func isTooFresh(at instant: KnownFile.Instant, tick: Int) -> Bool {
    let margin = KnownFile.Instant(
      seconds: instant.seconds - tick, nanoseconds: instant.nanoseconds)
    return modified > margin || (changed.map { $0 > margin } ?? false)
  }
}

extension KnownFile.Instant {
  init(_ time: FileStamp.Time) {
    self.init(seconds: time.seconds, nanoseconds: time.nanoseconds)
  }
}

extension KnownFile.Content {
  init(_ digest: Digest) { self.init(high: digest.high, low: digest.low) }

  var digest: Digest { Digest(high: high, low: low) }
}
