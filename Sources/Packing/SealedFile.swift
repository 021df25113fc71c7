public import Fingerprints

/// A file by which damage is seen: a heading that says what it is, a fingerprint of the rest, the
/// rest.
public struct SealedFile: Sendable {
  /// The whole file: heading, fingerprint and contents.
  public let bytes: [UInt8]
  /// That of the contents, by which another file can say that the two belong together.
  public let fingerprint: Fingerprint

  /// Returns a packer for the contents, with room before them for what stands at the front.
  public static func packer(heading: [UInt8]) -> Packer {
    var packer = Packer()
    packer.add(heading: heading)
    packer.add(0 as UInt64)
    return packer
  }

  /// Seals what was packed by a packer for the same heading.
  public init(_ file: consuming Packer, heading: [UInt8]) {
    fingerprint = Fingerprint(of: file.bytes[(heading.count + 8)...])
    file.set(fingerprint.number, at: heading.count)
    bytes = file.bytes
  }

  /// A reader of the contents of such a file, and their fingerprint; `nil` for anything else, also
  /// for one damaged bit.
  public static func open(
    _ bytes: [UInt8], heading: [UInt8]
  ) -> (contents: Unpacker, fingerprint: Fingerprint)? {
    let start = heading.count + 8
    guard bytes.starts(with: heading), bytes.count >= start else { return nil }
    var front = Unpacker(bytes, in: heading.count..<start)
    let fingerprint = Fingerprint(of: bytes[start...])
    guard front.word() == fingerprint.number else { return nil }
    return (Unpacker(bytes, in: start..<bytes.count), fingerprint)
  }
}
