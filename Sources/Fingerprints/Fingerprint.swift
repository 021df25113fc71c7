/// A number for some content: equal content has equal numbers in every process and on every
/// platform, and different content practically never has.
///
/// It decides only whether something must be done again. It is no protection against someone who
/// builds collisions on purpose: whoever can write content can change a page anyway.
public struct Fingerprint: Sendable, Hashable {
  public let number: UInt64

  public init(number: UInt64) { self.number = number }

  /// The fingerprint of what the function feeds in.
  public init(_ feed: (inout Fingerprinter) -> Void) {
    var fingerprinter = Fingerprinter()
    feed(&fingerprinter)
    self = fingerprinter.finish()
  }

  public init(of bytes: some Collection<UInt8>) {
    self.init { $0.add(bytes: bytes) }
  }

  public init(of text: String) {
    self.init { $0.add(text) }
  }
}
