/// Writes characters into markup, so that they mean only themselves.
package enum HTMLTextWriter {
  /// Appends text for an HTML text, an element without markup or a quoted attribute value.
  @inline(__always)
  package static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isSpecial(byte) {
        output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        writeReference(for: byte, to: &output)
        start = index + 1
      }
      index += 1
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }

  @inline(never)
  static func writeReference(for byte: UInt8, to output: inout OutputBuffer) {
    switch byte {
    case UInt8(ascii: "\""): output.append("&quot;")
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "'"): output.append("&#39;")
    case UInt8(ascii: "<"): output.append("&lt;")
    case UInt8(ascii: ">"): output.append("&gt;")
    default: output.append(byte)
    }
  }
}
