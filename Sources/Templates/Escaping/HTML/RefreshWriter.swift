/// Writes the `content` of a `meta` element, where a refresh may hide a URL.
enum RefreshWriter {
  /// Appends a value unless it makes the browser run code after a delay.
  ///
  /// At the start only a delay begins a refresh, and any other text may have a colon. Later parts
  /// may hold the URL alone or the rest of it, so only known schemes are let through.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool, as kind: ValueKind,
    to output: inout OutputBuffer
  ) -> EscapeOutcome {
    if kind != .url, isRefused(bytes, isStart: isStart) {
      output.append(URLWriter.blocked)
      return .blockedURL
    }
    if kind == .html {
      HTMLTextWriter.writeMarkupAsCharacters(bytes, to: &output)
    } else {
      HTMLTextWriter.write(bytes, to: &output)
    }
    return .written
  }

  private static func isRefused(_ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool) -> Bool {
    let text = bytes.drop { $0 <= 0x20 }
    let rest = text.drop { $0.isASCIIDigit || $0 <= 0x20 || isPunctuation($0) }
    if isStart, rest.startIndex == text.startIndex { return false }
    var url = rest
    if let behindName = skip("url", in: rest) {
      let equals = behindName.drop { $0 <= 0x20 }
      if equals.first == UInt8(ascii: "=") { url = equals.dropFirst() }
    }
    url = url.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let address = UnsafeBufferPointer(rebasing: url)
    switch URLScheme(of: address) {
    case .none, .allowed: return false
    case .image, .code: return true
    case .unknown: return !isStart
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  private static func skip(
    _ name: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let length = name.utf8CodeUnitCount
    guard bytes.count >= length else { return nil }
    for (offset, byte) in bytes.prefix(length).enumerated()
    where byte.asciiLowercased != name.utf8Start[offset] {
      return nil
    }
    return bytes.dropFirst(length)
  }
}
