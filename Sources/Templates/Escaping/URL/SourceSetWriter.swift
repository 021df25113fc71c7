/// Writes the list of image candidates of a `srcset`: URLs with descriptors, parted by commas.
enum SourceSetWriter {
  /// Appends a list, each URL of which is checked by itself.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, to output: inout OutputBuffer
  ) -> EscapeOutcome {
    if kind == .url {
      URLWriter.writePart(bytes, as: kind, of: .sourceSet, to: &output)
      return .written
    }
    var outcome = EscapeOutcome.written
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: ",") {
        index += 1
      }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      let candidate = Candidate(bytes, from: index)
      if !candidate.write(bytes, as: kind, to: &output) { outcome = .blockedURL }
      index = candidate.end
    }
    return outcome
  }

  /// The places of one URL and its descriptors.
  private struct Candidate {
    let url: Range<Int>
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
      var index = start
      while index < bytes.count, !bytes[index].isHTMLSpace { index += 1 }
      var urlEnd = index
      while urlEnd > start, bytes[urlEnd - 1] == UInt8(ascii: ",") { urlEnd -= 1 }
      url = start..<urlEnd
      if urlEnd == index {
        while index < bytes.count, bytes[index] != UInt8(ascii: ",") { index += 1 }
        end = index
      } else {
        end = urlEnd
      }
    }

    /// Appends the candidate; returns whether it could be left as it is.
    func write(
      _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, to output: inout OutputBuffer
    ) -> Bool {
      if url.isEmpty { return true }
      let address = UnsafeBufferPointer(rebasing: bytes[url])
      let descriptors = bytes[url.upperBound..<end]
      guard URLWriter.isAllowed(address, withImages: true),
        descriptors.allSatisfy({ $0.isASCIIAlphanumeric || Self.descriptorSigns.contains($0) })
      else {
        output.append(URLWriter.blocked)
        return false
      }
      // Only the comma of `data:image/…;base64,` must stay; elsewhere it could part candidates.
      let isImage = URLScheme(of: address) == .image
      URLWriter.writePart(address, as: kind, of: isImage ? .attribute : .sourceSet, to: &output)
      output.append(UnsafeBufferPointer(rebasing: descriptors))
      return true
    }

    private static let descriptorSigns = ByteSet(" \t\n\r\u{0C}.+-")
  }
}
