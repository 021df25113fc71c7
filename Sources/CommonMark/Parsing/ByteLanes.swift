/// Tells of eight bytes in one word which are of a kind; the answer is the high bit of each.
public enum ByteLanes {
  /// The high bit of each byte.
  @inline(__always)
  public static var all: UInt64 { 0x8080_8080_8080_8080 }

  /// Returns the high bit of each byte that is zero, and of no other.
  @inline(__always)
  public static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// Returns the high bit of each small letter, and of no other byte.
  @inline(__always)
  public static func smallLetters(in word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let toZ = 0xFAFA_FAFA_FAFA_FAFA &- low
    return fromA & toZ & ~word & all
  }
}
