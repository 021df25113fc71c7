/// Texts whose words are parted by single spaces.
enum SingleSpacing {
  /// The words of a text in ASCII, as most are, without what stands around them; `nil` of any other.
  static func ascii(_ text: String, lowersLetters: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: isAfterSpace = !bytes.isEmpty
      default:
        if isAfterSpace { bytes.append(0x20) }
        isAfterSpace = false
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        bytes.append(lowersLetters && isCapital ? byte | 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
