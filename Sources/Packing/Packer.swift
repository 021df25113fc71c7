/// Writes values one after the other as few bytes; `Unpacker` reads them in the same order.
public struct Packer {
  /// All that was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes a packer that has written nothing.
  public init() {}

  /// Makes room for so many bytes more.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a number of at least 0 in 7 bits a byte, the lowest first.
  public mutating func add(_ number: Int) {
    precondition(number >= 0, "only counts and places are packed")
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes eight bytes.
  public mutating func add(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a word over eight bytes that are there.
  mutating func set(_ word: UInt64, at offset: Int) {
    withUnsafeBytes(of: word.littleEndian) {
      bytes.replaceSubrange(offset..<offset + 8, with: $0)
    }
  }

  /// Writes bytes without their number.
  mutating func add(heading: [UInt8]) { bytes += heading }

  /// Writes a truth value as one byte, 1 or 0.
  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes how many UTF-8 bytes a text has and then these.
  public mutating func add(_ text: String) {
    add(text.utf8.count)
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes a text, or that there is none.
  public mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  /// Writes where a range starts and how long it is; neither may be negative.
  public mutating func add(_ range: Range<Int>) {
    add(range.lowerBound)
    add(range.count)
  }

  /// Writes how many bytes there are and then these.
  public mutating func add(bytes other: some Collection<UInt8>) {
    add(other.count)
    bytes.append(contentsOf: other)
  }

  /// Writes how many words there are and then each.
  public mutating func add<Word: FixedWidthInteger & BitwiseCopyable>(words: [Word]) {
    add(words.count)
    if Word(littleEndian: 1) == 1 {
      words.withUnsafeBytes { bytes.append(contentsOf: $0) }
    } else {
      for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    }
  }

  /// Writes how many there are and then each.
  public mutating func add<Elements: Collection>(
    _ elements: Elements, _ pack: (inout Packer, Elements.Element) -> Void
  ) {
    add(elements.count)
    for element in elements { pack(&self, element) }
  }
}
