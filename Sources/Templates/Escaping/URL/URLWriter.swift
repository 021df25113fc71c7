/// Writes URLs and parts of them.
enum URLWriter {
  /// What stands in the place of a URL that is refused.
  static let blocked: StaticString = "about:invalid#blocked"

  /// What a URL stands in besides its attribute.
  enum Surroundings {
    case attribute
    case style
    case sourceSet

    /// What has no meaning in a URL, or another one around it.
    fileprivate var specials: ByteSet {
      switch self {
      case .attribute: URLWriter.attributeSpecials
      case .style: URLWriter.styleSpecials
      case .sourceSet: URLWriter.sourceSetSpecials
      }
    }
  }

  private static let attributeSpecials = ByteSet(
    " \"%&'<>\\^`{|}", withControls: true, withNonASCII: true)
  private static let styleSpecials = ByteSet(
    " \"%&'()*<>\\^`{|}", withControls: true, withNonASCII: true)
  private static let sourceSetSpecials = ByteSet(
    " \"%&',<>\\^`{|}", withControls: true, withNonASCII: true)
  private static let componentSpecials = ByteSet(
    " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}", withControls: true, withNonASCII: true)

  /// Appends a value as a part of a URL.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, in slot: URLSlot,
    of surroundings: Surroundings, to output: inout OutputBuffer
  ) -> EscapeOutcome {
    switch slot {
    case .start, .imageStart:
      let url = trimmed(bytes)
      guard kind == .url || isAllowed(url, withImages: slot == .imageStart) else {
        output.append(blocked)
        return .blockedURL
      }
      writePart(url, as: kind, of: surroundings, to: &output)
    case .path:
      writePart(bytes, as: kind, of: surroundings, to: &output)
    case .query where kind == .url:
      writePart(bytes, as: kind, of: surroundings, to: &output)
    case .query:
      writeComponent(bytes, as: kind, to: &output)
    }
    return .written
  }

  /// Whether the scheme of a URL may stand in a page.
  static func isAllowed(_ url: UnsafeBufferPointer<UInt8>, withImages: Bool) -> Bool {
    switch URLScheme(of: url) {
    case .none, .allowed: true
    case .image: withImages
    case .code, .unknown: false
    }
  }

  /// Drops the white space around a URL, as browsers do.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var range = bytes.indices
    while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Appends a URL or a path: what has a meaning in URLs keeps it, the rest is encoded.
  static func writePart(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, of surroundings: Surroundings,
    to output: inout OutputBuffer
  ) {
    write(bytes, as: kind, except: surroundings.specials, to: &output) { byte, isEncoded, output in
      if byte == UInt8(ascii: "&") {
        output.append(surroundings == .style ? "\\26 " : "&amp;")
      } else if byte == UInt8(ascii: "%"), isEncoded {
        output.append(byte)
      } else {
        writeEncoded(byte, to: &output)
      }
    }
  }

  /// Appends one component of a query, in which nothing has a meaning.
  private static func writeComponent(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, to output: inout OutputBuffer
  ) {
    write(bytes, as: kind, except: componentSpecials, to: &output) { byte, _, output in
      writeEncoded(byte, to: &output)
    }
  }

  private static func writeEncoded(_ byte: UInt8, to output: inout OutputBuffer) {
    output.append(UInt8(ascii: "%"))
    output.appendHexadecimal(byte, uppercase: true)
  }
}

extension URLWriter {
  /// Copies runs; `replace` is told whether `%` begins an encoded byte.
  ///
  /// Trusted markup, such as the result of a macro, is read first: `&amp;` is one character.
  @inline(__always)
  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, except specials: ByteSet,
    to output: inout OutputBuffer, replace: (UInt8, Bool, inout OutputBuffer) -> Void
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard specials.contains(byte) else {
        index += 1
        continue
      }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      if byte == UInt8(ascii: "&"), kind == .html,
        let reference = basicReference(bytes[(index + 1)...])
      {
        index += 1 + reference.length
        if specials.contains(reference.byte) {
          replace(reference.byte, false, &output)
        } else {
          output.append(reference.byte)
        }
      } else {
        replace(byte, isEncodedByte(bytes, at: index), &output)
        index += 1
      }
      start = index
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private static func isEncodedByte(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1].hexadecimalValue != nil
      && bytes[index + 2].hexadecimalValue != nil
  }

  /// Reads one of the references that escaping text writes.
  private static func basicReference(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (byte: UInt8, length: Int)? {
    let known: [5 of (StaticString, UInt8)] = [
      ("amp;", UInt8(ascii: "&")), ("#39;", UInt8(ascii: "'")), ("quot;", UInt8(ascii: "\"")),
      ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
    ]
    for index in known.indices {
      let (name, byte) = known[index]
      let length = name.utf8CodeUnitCount
      if bytes.count >= length,
        zip(bytes, 0..<length).allSatisfy({ $0 == name.utf8Start[$1] })
      {
        return (byte, length)
      }
    }
    return nil
  }
}
