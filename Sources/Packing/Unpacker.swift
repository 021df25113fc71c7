/// Reads what `Packer` wrote, from bytes that may be damaged or made up.
///
/// What cannot be read is empty, and `isDamaged` is true from then on; whoever reads looks at it
/// once, at the end. Nothing is made larger than the bytes that are there.
public struct Unpacker {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  /// Whether anything up to here could not be read, or was refused.
  public private(set) var isDamaged = false

  /// Reads all of the bytes.
  public init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

  /// Reads a part of the bytes.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
  }

  /// Whether no byte is left to read; whatever cannot be read leaves none.
  public var isAtEnd: Bool { offset == end }

  /// Reads a number of at least 0; 0 for what is none.
  public mutating func number() -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number <= UInt64(Int.max) ? Int(number) : damaged(0) }
      shift += 7
    }
    return damaged(0)
  }

  /// Reads the eight bytes of a word; 0 if there are fewer.
  public mutating func word() -> UInt64 {
    guard end - offset >= 8 else { return damaged(0) }
    defer { offset += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// Reads a truth value; a byte other than 0 and 1 is damage.
  public mutating func flag() -> Bool {
    guard offset < end, bytes[offset] < 2 else { return damaged(false) }
    defer { offset += 1 }
    return bytes[offset] == 1
  }

  /// Reads a text; bytes that are not UTF-8 are replaced.
  public mutating func text() -> String {
    let range = run()
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// Reads a text, or `nil` where it was written that there is none.
  public mutating func optionalText() -> String? { flag() ? text() : nil }

  /// Reads a range of numbers of at least 0; it may lie outside of anything it is meant for.
  public mutating func range() -> Range<Int> {
    let start = number()
    let count = number()
    let (end, overflows) = start.addingReportingOverflow(count)
    return overflows ? damaged(0..<0) : start..<end
  }

  /// Reads as many bytes as were written, and copies them.
  public mutating func byteRun() -> [UInt8] { Array(bytes[run()]) }

  /// Skips a run of bytes and returns where it is.
  public mutating func run() -> Range<Int> {
    let count = number()
    guard count <= end - offset else { return damaged(offset..<offset) }
    defer { offset += count }
    return offset..<offset + count
  }

  /// Reads as many words as were written.
  public mutating func words<Word: FixedWidthInteger & BitwiseCopyable>() -> [Word] {
    let size = MemoryLayout<Word>.size
    let count = number()
    guard count <= (end - offset) / size else { return damaged([]) }
    defer { offset += count * size }
    return bytes.withUnsafeBytes { bytes in
      Array(unsafeUninitializedCapacity: count) { words, filled in
        for place in 0..<count {
          let word = bytes.loadUnaligned(fromByteOffset: offset + place * size, as: Word.self)
          words.initializeElement(at: place, to: Word(littleEndian: word))
        }
        filled = count
      }
    }
  }

  /// Reads as many elements as were written; each takes a byte at least.
  public mutating func list<Element>(_ unpack: (inout Unpacker) -> Element) -> [Element] {
    let count = number()
    guard count <= end - offset else { return damaged([]) }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count where !isDamaged { elements.append(unpack(&self)) }
    return elements
  }

  /// Notes that what was read cannot be true.
  public mutating func refuse() { isDamaged = true }

  private mutating func damaged<Value>(_ value: Value) -> Value {
    isDamaged = true
    offset = end
    return value
  }
}
