/// Appends text and addresses in the form that HTML needs.
extension [UInt8] {
  /// Appends text with `& < > "` as entities and control characters, which HTML may not have, as
  /// U+FFFD.
  mutating func appendEscaped(_ text: some Collection<UInt8>) {
    let result: Void? = text.withContiguousStorageIfAvailable { appendEscaped(buffer: $0) }
    if result == nil { Array(text).withUnsafeBufferPointer { appendEscaped(buffer: $0) } }
  }

  /// Appends bytes with `& < > "` as entities; libcmark itself keeps control characters.
  mutating func appendEscaped(
    buffer: UnsafeBufferPointer<UInt8>, keepsControls: Bool = false
  ) {
    var start = 0
    for offset in 0..<buffer.count {
      let byte = buffer[offset]
      // One comparison passes almost all bytes: the four all lie at or below `>`.
      guard byte <= 0x3E, let entity = Self.entity(for: byte, keepsControls: keepsControls) else {
        continue
      }
      if start < offset {
        append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<offset]))
      }
      append(entity)
      start = offset + 1
    }
    if start < buffer.count {
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<buffer.count]))
    }
  }

  private static func entity(for byte: UInt8, keepsControls: Bool) -> StaticString? {
    switch byte {
    case 0...0x08, 0x0B, 0x0E...0x1F: keepsControls ? nil : "\u{FFFD}"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Appends an address: what a URL may not hold is percent-encoded, the rest escaped for HTML.
  mutating func appendAddress(_ address: some Collection<UInt8>) {
    // Most addresses need nothing, and are copied at once.
    if address.allSatisfy({ $0.isAlphanumeric || Self.isAddressMark($0) }) {
      return append(contentsOf: address)
    }
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case _ where byte.isAlphanumeric || Self.isAddressMark(byte): append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      }
    }
  }

  private static func isAddressMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// Appends finished HTML.
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Starts a new line unless one has just been started.
  mutating func startLine() {
    if let last, last != 0x0A { append(0x0A) }
  }
}
