/// What words are made of.
enum WordBytes {
  /// Letters and digits, and every byte of a scalar beyond ASCII; the marks among those that part
  /// words are told apart by `markLength`.
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }

  /// Whether a word goes on at an offset; false at the end of the text.
  static func isWord(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset < bytes.count && isWord(bytes[offset]) && markLength(at: offset, in: bytes) == 0
  }

  /// The length of a mark beyond ASCII that parts words, such as `’`, `–` or a no-break space.
  static func markLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[offset] {
    case 0xC2: offset + 1 < bytes.count ? 2 : 1
    case 0xE2: offset + 2 < bytes.count && bytes[offset + 1] == 0x80 ? 3 : 0
    default: 0
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, which is short and good enough for words.
  static func hash(_ byte: UInt8, into hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a whole word.
  static func hash(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = hashStart
    for offset in word { hash = self.hash(bytes[offset], into: hash) }
    return hash
  }
}
