/// Copies bytes in runs and hands those that need it to a replacement.
enum EscapedRuns {
  /// Appends `bytes`, each member of `specials` through `replace`.
  @inline(__always)
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, except specials: ByteSet,
    to output: inout OutputBuffer, replace: (UInt8, inout OutputBuffer) -> Void
  ) {
    var start = 0
    for index in 0..<bytes.count where specials.contains(bytes[index]) {
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      replace(bytes[index], &output)
      start = index + 1
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

extension OutputBuffer {
  /// Appends a byte as two hexadecimal digits.
  mutating func appendHexadecimal(_ byte: UInt8, uppercase: Bool) {
    append(Self.digit(byte >> 4, uppercase: uppercase))
    append(Self.digit(byte & 0x0F, uppercase: uppercase))
  }

  private static func digit(_ value: UInt8, uppercase: Bool) -> UInt8 {
    value < 10 ? value + 0x30 : value - 10 + (uppercase ? 0x41 : 0x61)
  }
}
