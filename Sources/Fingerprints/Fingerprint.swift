/// A number for some content: equal content has equal numbers in every process and on every
/// platform, and different content practically never has.
///
/// It decides only whether something must be done again. It is no protection against someone who
/// builds collisions on purpose: whoever can write content can change a page anyway.
public struct Fingerprint: Sendable, Hashable {
  /// The fingerprint itself; every number may occur.
  public let number: UInt64

  /// Takes the number of a fingerprint that was made before.
  public init(number: UInt64) { self.number = number }

  /// The fingerprint of what the function feeds in.
  public init(_ feed: (inout Fingerprinter) -> Void) {
    var fingerprinter = Fingerprinter()
    feed(&fingerprinter)
    self = fingerprinter.finish()
  }

  /// The fingerprint of some bytes; the same as that of a text in UTF-8 with these bytes.
  public init(of bytes: some Collection<UInt8>) {
    self.init { $0.add(bytes: bytes) }
  }

  /// The fingerprint of a text, by its UTF-8 bytes.
  public init(of text: String) {
    self.init { $0.add(text) }
  }
}
