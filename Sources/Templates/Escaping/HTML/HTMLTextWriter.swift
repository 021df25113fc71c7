/// Writes characters into markup, so that they mean only themselves.
public enum HTMLTextWriter {
  /// Appends text for an HTML text, an element without markup or a quoted attribute value.
  ///
  /// Most values have nothing to escape, so eight bytes are tested at a time.
  @inline(__always)
  public static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    var start = 0
    var index = firstSpecial(in: bytes, from: 0)
    while index < bytes.count {
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      writeReference(for: bytes[index], to: &output)
      start = index + 1
      index = firstSpecial(in: bytes, from: start)
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends trusted markup where only characters can stand: its references remain, its tags
  /// become text.
  static func writeMarkupAsCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    EscapedRuns.write(bytes, except: ByteSet("\"'<>"), to: &output, replace: writeReference)
  }

  /// Appends text for the page within a `srcdoc` attribute, which is decoded twice.
  static func writeNested(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    EscapedRuns.write(bytes, except: ByteSet("\"&'<>"), to: &output) { byte, output in
      switch byte {
      case UInt8(ascii: "\""): output.append("&amp;quot;")
      case UInt8(ascii: "&"): output.append("&amp;amp;")
      case UInt8(ascii: "'"): output.append("&amp;#39;")
      case UInt8(ascii: "<"): output.append("&amp;lt;")
      default: output.append("&amp;gt;")
      }
    }
  }

  /// Appends text for a CDATA section of XML, which `]]>` would end.
  ///
  /// The section is ended and begun again behind every bracket, and before a `>` that the text
  /// before may have prepared.
  static func writeSection(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    if bytes.first == UInt8(ascii: ">") { output.append("]]><![CDATA[") }
    EscapedRuns.write(bytes, except: ByteSet("]"), to: &output) { _, output in
      output.append("]]]><![CDATA[")
    }
  }

  /// Returns the place of the first byte that needs a reference, or the end.
  @inline(__always)
  private static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      let marks = specialMarks(in: UInt64(littleEndian: word))
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte | 1 == 0x27 || byte | 2 == 0x3E
  }

  /// Sets the highest bit of each byte that needs a reference; the lowest one set is exact.
  ///
  /// `&` and `'` differ in one bit only, and so do `<` and `>`.
  @inline(__always)
  private static func specialMarks(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let ampersand = (word | ones) ^ (ones &* 0x27)
    let angle = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
    let zeros =
      (quote &- ones) & ~quote | (ampersand &- ones) & ~ampersand | (angle &- ones) & ~angle
    return zeros & (ones &* 0x80)
  }

  @inline(never)
  private static func writeReference(for byte: UInt8, to output: inout OutputBuffer) {
    switch byte {
    case UInt8(ascii: "\""): output.append("&quot;")
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "'"): output.append("&#39;")
    case UInt8(ascii: "<"): output.append("&lt;")
    default: output.append("&gt;")
    }
  }
}
