/// Writes characters into markup, so that they mean only themselves.
package enum HTMLTextWriter {
  /// Appends text for an HTML text, an element without markup or a quoted attribute value.
  @inline(__always)
  package static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer
  ) {
    EscapedRuns.write(bytes, except: ByteSet("\"&'<>"), to: &output, replace: writeReference)
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
