internal import Fingerprints

/// Texts by their names, in one piece of memory: a table that is written to a file as it is, and
/// looked into as it was read.
///
/// Nothing is made when it is read but room for its bytes, so a large table costs little to keep
/// from one process to the next.
public struct FlatMap: Sendable {
  /// The entries one after the other: the lengths of name and text as words of four bytes, then
  /// the two.
  private var entries: [UInt8] = []
  /// Where entries begin, by the fingerprints of their names; `free` where there is none.
  private var slots: [UInt32]
  /// How many names there are.
  public private(set) var count = 0

  private static let free = UInt32.max
  private static let lengthsSize = 8

  /// An empty table with room for some names.
  public init(capacity: Int = 0) {
    slots = Array(repeating: Self.free, count: Self.slotCount(for: capacity))
    entries.reserveCapacity(capacity * 64)
  }

  /// A power of two, so that at most half of the slots are taken.
  private static func slotCount(for count: Int) -> Int {
    var slots = 16
    while slots < count * 2 { slots *= 2 }
    return slots
  }
}

// MARK: - Writing

extension FlatMap {
  /// Gives a name a text, in place of the one it had.
  public mutating func set(_ name: String, _ text: String) {
    var name = name
    var text = text
    name.withUTF8 { name in text.withUTF8 { set(name, $0) } }
  }

  /// Gives a name some packed values.
  public mutating func set(_ name: String, packed bytes: [UInt8]) {
    var name = name
    name.withUTF8 { name in bytes.withUnsafeBufferPointer { set(name, $0) } }
  }

  /// Notes a name that has no text.
  public mutating func insert(_ name: String) { set(name, "") }

  private mutating func set(
    _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    precondition(
      entries.count + Self.lengthsSize + name.count + text.count < Int(Self.free),
      "a table holds less than four gigabytes")
    let (slot, known) = find(name)
    if known == nil { count += 1 }
    slots[slot] = UInt32(entries.count)
    append(UInt32(name.count))
    append(UInt32(text.count))
    entries.append(contentsOf: name)
    entries.append(contentsOf: text)
    if count * 2 > slots.count { grow() }
  }

  private mutating func append(_ word: UInt32) {
    withUnsafeBytes(of: word.littleEndian) { entries.append(contentsOf: $0) }
  }

  private mutating func grow() {
    let taken = slots.filter { $0 != Self.free }
    slots = Array(repeating: Self.free, count: slots.count * 2)
    for start in taken {
      guard let entry = entry(at: start) else { continue }
      entries.withUnsafeBufferPointer { bytes in
        slots[find(UnsafeBufferPointer(rebasing: bytes[entry.name])).slot] = start
      }
    }
  }
}

// MARK: - Reading

extension FlatMap {
  /// The text of a name; `nil` if the table does not have the name.
  public func text(of name: String) -> String? {
    entry(of: name).map { entry in
      entries.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[entry.text]), as: UTF8.self)
      }
    }
  }

  /// A reader of the text of a name, for one that was packed; `nil` if the table has no such name.
  public func unpacker(of name: String) -> Unpacker? {
    entry(of: name).map { Unpacker(entries, in: $0.text) }
  }

  /// Whether the table has the name, with a text or without.
  public func contains(_ name: String) -> Bool { entry(of: name) != nil }

  /// All names, in the order of their bytes.
  public var names: [String] {
    slots.compactMap { start in
      entry(at: start).map { String(decoding: entries[$0.name], as: UTF8.self) }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func entry(of name: String) -> Entry? {
    var name = name
    return name.withUTF8 { find($0).entry }
  }

  /// Where the name and the text of an entry are.
  private struct Entry {
    let name: Range<Int>
    let text: Range<Int>
  }

  /// The entry that begins at an offset; `nil` if there is none, or none that can be.
  private func entry(at start: UInt32) -> Entry? {
    let start = Int(start)
    guard start <= entries.count - Self.lengthsSize else { return nil }
    let name = start + Self.lengthsSize
    let text = name + length(at: start)
    let end = text + length(at: start + 4)
    return end <= entries.count ? Entry(name: name..<text, text: text..<end) : nil
  }

  private func length(at offset: Int) -> Int {
    entries.withUnsafeBytes {
      Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
  }

  /// The slot that has a name with its entry, or else the free one that it would take.
  private func find(_ name: UnsafeBufferPointer<UInt8>) -> (slot: Int, entry: Entry?) {
    let mask = slots.count - 1
    let number = Fingerprint { $0.add(UnsafeRawBufferPointer(name)) }.number
    var slot = Int(truncatingIfNeeded: number) & mask
    // A table that was read may be full of anything; no slot is looked at twice.
    for _ in 0..<slots.count {
      guard slots[slot] != Self.free, let entry = entry(at: slots[slot]) else { break }
      if entries[entry.name].elementsEqual(name) { return (slot, entry) }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }
}

// MARK: - As bytes

extension FlatMap {
  /// So many bytes at most are written by `pack`.
  public var packedSize: Int { slots.count * MemoryLayout<UInt32>.size + entries.count + 32 }

  /// Writes the whole table, as large as it is in memory.
  public func pack(into packer: inout Packer) {
    packer.add(count)
    packer.add(words: slots)
    packer.add(bytes: entries)
  }

  /// Reads what `pack` wrote. Whatever else the bytes are, looking into the table is safe.
  public init(unpacking unpacker: inout Unpacker) {
    let count = unpacker.number()
    let slots: [UInt32] = unpacker.words()
    let entries = unpacker.byteRun()
    let isTable = slots.count >= 16 && slots.count & (slots.count - 1) == 0
    self.init()
    guard isTable, count <= slots.count / 2 else {
      unpacker.refuse()
      return
    }
    self.count = count
    self.slots = slots
    self.entries = entries
  }
}
