/// A growing run of UTF-8 bytes that one worker owns and every instruction appends to.
///
/// It is kept from one render to the next, so that after the first page no allocation is needed.
public struct OutputBuffer: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  public private(set) var count: Int

  /// Makes an empty buffer with room for some bytes, at least 64.
  public init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    self.storage = .allocate(capacity: self.capacity)
    self.count = 0
  }

  deinit { storage.deallocate() }

  /// Calls `body` with the bytes written so far; the pointer must not outlive the call.
  public borrowing func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: storage, count: count))
  }

  /// Appends one byte, which may be a part of a character.
  public mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  /// Appends a copy of some bytes; none at all is fine.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (storage + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends bytes behind which 16 more may be read, which lets a short run be one copy.
  @inline(__always)
  mutating func appendPadded(_ start: UnsafePointer<UInt8>, count length: Int) {
    if capacity &- count < length &+ 16 { grow(by: length &+ 16) }
    let target = UnsafeMutableRawPointer(storage + count)
    if length <= 16 {
      let source = UnsafeRawPointer(start)
      let (low, high) = (
        source.loadUnaligned(as: UInt64.self),
        source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      )
      target.storeBytes(of: low, as: UInt64.self)
      target.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
    } else {
      target.copyMemory(from: start, byteCount: length)
    }
    count &+= length
  }

  /// Appends a whole number in decimal digits.
  @inline(__always)
  mutating func append(decimal number: Int) {
    if capacity &- count < 20 { grow(by: 20) }
    var rest = number.magnitude
    if number < 0 {
      storage[count] = UInt8(ascii: "-")
      count &+= 1
    }
    let length = Self.digitCount(rest)
    var index = count &+ length
    count = index
    repeat {
      let quotient = rest / 10
      index &-= 1
      storage[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
      rest = quotient
    } while rest != 0
  }

  @inline(__always)
  private static func digitCount(_ number: UInt) -> Int {
    var count = 1
    var limit: UInt = 10
    while number >= limit {
      count &+= 1
      if count == 20 { break }
      limit &*= 10
    }
    return count
  }

  /// Appends the UTF-8 bytes of a text that is written in the source.
  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Drops everything after the first `count` bytes; used to take back what was captured.
  public mutating func truncate(to count: Int) {
    precondition(count <= self.count, "a buffer can only be cut shorter")
    self.count = count
  }

  private mutating func grow(by extra: Int) {
    let wanted = max(capacity * 2, count + extra)
    let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    bigger.update(from: storage, count: count)
    storage.deallocate()
    storage = bigger
    capacity = wanted
  }
}
