/// Takes content in piece by piece and gives its fingerprint.
///
/// Each piece is fed with its length, so that `"ab", "c"` and `"a", "bc"` differ. The words are
/// mixed by multiplying to 128 bits and folding, as the wyhash family of hashes does: a few
/// nanoseconds for the short texts that sites are made of.
public struct Fingerprinter {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Makes a fingerprinter that has taken nothing in.
  public init() {}

  /// Takes in a number.
  public mutating func add(_ word: UInt64) { mix(word) }

  /// Takes in a whole number, which may be negative.
  public mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// Takes in a truth value, as the number 1 or 0.
  public mutating func add(_ flag: Bool) { mix(flag ? 1 : 0) }

  /// Takes in a fingerprint in place of the content that it was made of.
  public mutating func add(_ fingerprint: Fingerprint) { mix(fingerprint.number) }

  /// Takes in a text, as its UTF-8 bytes.
  public mutating func add(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      add(UnsafeRawBufferPointer($0))
    }
    if isDone == nil { add(bytes: Array(text.utf8)) }
  }

  /// Takes in a text or the lack of one, which differs from an empty text.
  public mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  /// Takes in bytes with their number.
  public mutating func add(bytes: some Collection<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) }
    if isDone == nil { add(bytes: Array(bytes)) }
  }

  /// Takes in bytes with their number, as those of a collection.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var word: UInt64 = 0
    for byte in bytes[offset...].reversed() { word = word << 8 | UInt64(byte) }
    mix(word)
  }

  /// Returns the fingerprint of all that was taken in so far; more may follow.
  public func finish() -> Fingerprint {
    var last = self
    last.mix(0x5851_F42D_4C95_7F2D)
    return Fingerprint(number: last.state)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let (high, low) = (state ^ 0xA076_1D64_78BD_642F)
      .multipliedFullWidth(by: word ^ 0xE703_7ED1_A0B4_28DB)
    state = (high ^ low) &+ (state >> 32 | state << 32)
  }
}
