/// The lower-case end of a name that is read byte by byte, in one word.
///
/// Twelve characters of five bits are enough to tell every name that matters here; a longer name
/// remembers only that it is longer, and equals none of them.
struct PackedName: Hashable, Sendable, BitwiseCopyable {
  private(set) var letters: UInt64 = 0
  private(set) var traits: Traits = []

  init() {}

  /// Packs a name of at most twelve letters, digits, `-` and `:`.
  init(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { append(byte) } }
    precondition(!traits.contains(.long), "a known name has at most twelve characters")
  }

  /// A name that equals none: branches spell it differently, or a value is part of it.
  static let ambiguous: PackedName = {
    var name = PackedName()
    name.insert(.long)
    return name
  }()

  /// What a name has besides its last twelve characters.
  struct Traits: OptionSet, Hashable, Sendable, BitwiseCopyable {
    let rawValue: UInt8
    /// It has more than twelve characters, or ones that are not known.
    static let long = Traits(rawValue: 1)
    /// It was `data-` and more.
    static let custom = Traits(rawValue: 2)
    /// It was `xmlns:` and more.
    static let namespace = Traits(rawValue: 4)
    /// It holds `src`, `uri` or `url`.
    static let mentionsURL = Traits(rawValue: 8)
    /// It holds `script`, or something only a script's type could hide.
    static let mentionsScript = Traits(rawValue: 16)
    /// It holds `json`, `importmap` or `speculation`.
    static let mentionsJSON = Traits(rawValue: 32)
    /// It begins with `on`.
    static let handler = Traits(rawValue: 64)
    /// It had a prefix such as `xlink:`.
    static let prefixed = Traits(rawValue: 128)
  }
}

extension PackedName {
  var isEmpty: Bool { letters == 0 }

  mutating func append(_ byte: UInt8) {
    if letters >> 55 != 0 { traits.insert(.long) }
    letters = (letters << 5 | Self.code(byte)) & Self.mask
  }

  mutating func insert(_ trait: Traits) { traits.insert(trait) }

  /// Drops the characters before a prefix's end, as in `data-` and `xlink:`.
  mutating func drop(remembering trait: Traits = []) {
    letters = 0
    traits.remove(.long)
    traits.insert(trait)
  }

  /// Whether the name is exactly this one.
  func equals(_ known: PackedName) -> Bool {
    letters == known.letters && !traits.contains(.long)
  }

  /// Whether the name ends with this one.
  func ends(with known: PackedName) -> Bool {
    let length = (64 - known.letters.leadingZeroBitCount + 4) / 5 * 5
    return letters & ((1 << length) - 1) == known.letters
  }

  /// Whether a longer name could begin with these characters.
  func begins(_ known: PackedName) -> Bool {
    guard !traits.contains(.long) else { return false }
    var known = known.letters
    while known > letters { known >>= 5 }
    return known == letters
  }

  private static let mask: UInt64 = (1 << 60) - 1

  /// Letters are 1 to 26; what no known name holds may share a code.
  private static func code(_ byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - 96)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - 64)
    case UInt8(ascii: "-"): 27
    case UInt8(ascii: ":"): 28
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 29
    default: 30
    }
  }
}

extension PackedName: Comparable {
  /// Any fixed order.
  static func < (left: PackedName, right: PackedName) -> Bool {
    (left.letters, left.traits.rawValue) < (right.letters, right.traits.rawValue)
  }
}
