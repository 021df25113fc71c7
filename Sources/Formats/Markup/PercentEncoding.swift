/// Replaces bytes that an address may not hold by `%` and two hexadecimal digits.
enum PercentEncoding {
  /// Which characters stand for themselves.
  enum Kept {
    /// Those of a path: `?`, `#` and `%` are encoded, because they are part of a name there.
    case path
    /// Those of the rest of an address: `?`, `#` and escapes already made stay as they are.
    case reference
  }

  static func encode(_ bytes: some Collection<UInt8>, keeping kept: Kept) -> String {
    var encoded = [UInt8]()
    encoded.reserveCapacity(bytes.count)
    for byte in bytes {
      if isKept(byte, kept) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isKept(_ byte: UInt8, _ kept: Kept) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"): true
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"): true
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="): true
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "/"): true
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"): kept == .reference
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
