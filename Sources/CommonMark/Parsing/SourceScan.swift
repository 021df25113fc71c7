/// One pass over the body's lines before libcmark sees them.
struct SourceScan {
  /// Where each line starts, and the end of the body.
  private(set) var lineStarts: [Int32] = []

  init(source: [UInt8], body: Range<Int>) {
    lineStarts.reserveCapacity(body.count / 40 + 2)
    lineStarts.append(Int32(truncatingIfNeeded: body.lowerBound))
    source.withUnsafeBufferPointer { bytes in
      var offset = body.lowerBound
      while offset < body.upperBound {
        let byte = bytes[offset]
        offset += 1
        guard byte.isLineBreak else { continue }
        if byte == 0x0D, offset < body.upperBound, bytes[offset] == 0x0A { offset += 1 }
        if offset < body.upperBound { lineStarts.append(Int32(truncatingIfNeeded: offset)) }
      }
    }
    lineStarts.append(Int32(truncatingIfNeeded: body.upperBound))
  }
}
