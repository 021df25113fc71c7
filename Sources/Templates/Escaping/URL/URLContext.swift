/// How far a URL has been written.
struct URLContext: Hashable, Sendable, BitwiseCopyable {
  var part: Part = .start
  /// The scheme being read, or the media type of a `data` URL.
  var name = PackedName()
  /// Whether `data:image/…` may stand here.
  let allowsImages: Bool

  enum Part: UInt8, Hashable, Sendable {
    /// Nothing but white space yet.
    case start
    /// Characters that may become a scheme.
    case scheme
    /// A value, or different branches, so that a scheme may have ended or not.
    case open
    /// Behind the scheme, or where none can follow.
    case path
    /// Behind `?` or `#`.
    case query
    /// Behind `data:`, up to `/`.
    case mediaType
    /// Behind a scheme that runs code.
    case code
    /// Branches disagree whether this is behind `?` or `#`.
    case ambiguous
  }
}

extension URLContext {
  /// Moves over one character of a URL.
  mutating func advance(over scalar: UInt32) throws(EscapeRefusalReason) {
    switch (part, UInt8(exactly: scalar) ?? 0xFF) {
    case (.query, _), (.code, _): break
    case (.mediaType, let byte): advanceInMediaType(over: byte)
    case (_, UInt8(ascii: "?")), (_, UInt8(ascii: "#")): endName(in: .query)
    case (.path, _), (.ambiguous, _): break
    case (.open, UInt8(ascii: ":")): throw .schemeFromValue
    case (.open, UInt8(ascii: "&")): part = .query
    case (.open, UInt8(ascii: "/")): part = .path
    case (.open, _): break
    case (.scheme, UInt8(ascii: ":")): endScheme()
    case (.start, let byte): advanceAtStart(over: byte)
    case (.scheme, let byte): advanceInScheme(over: byte)
    }
  }

  /// Moves over one character of a list of image candidates.
  ///
  /// White space ends a URL and a comma may; what follows is written as a list again.
  mutating func advanceInSourceSet(over scalar: UInt32) throws(EscapeRefusalReason) {
    let byte = UInt8(exactly: scalar) ?? 0xFF
    if byte.isHTMLSpace || byte == UInt8(ascii: ",") {
      self = URLContext(allowsImages: allowsImages)
    } else {
      try advance(over: scalar)
    }
  }

  private mutating func advanceAtStart(over byte: UInt8) {
    if byte.isASCIILetter {
      part = .scheme
      name.append(byte)
    } else if byte > 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'") {
      part = .path
    }
  }

  /// Browsers drop line breaks and tabs within a scheme, so controls do not end it.
  private mutating func advanceInScheme(over byte: UInt8) {
    switch byte {
    case _ where byte.isASCIIAlphanumeric, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      name.append(byte)
    case 0...0x20: break
    default: endName(in: .path)
    }
  }

  private mutating func endScheme() {
    if name.runsCode {
      endName(in: .code)
    } else {
      endName(in: name.equals(Self.inlineScheme) ? .mediaType : .path)
    }
  }

  private mutating func advanceInMediaType(over byte: UInt8) {
    if byte.isASCIILetter {
      name.append(byte)
    } else {
      let isImage = byte == UInt8(ascii: "/") && name.equals(Self.image)
      endName(in: isImage && allowsImages ? .path : .code)
    }
  }

  private mutating func endName(in part: Part) {
    self.part = part
    name = PackedName()
  }

  private static let inlineScheme = PackedName("data")
  private static let image = PackedName("image")
}

extension URLContext {
  /// Moves over a value and returns which part of the URL it is.
  mutating func place() throws(EscapeRefusalReason) -> URLSlot {
    switch part {
    case .start, .scheme, .open:
      part = .open
      name = PackedName()
      return allowsImages ? .imageStart : .start
    case .path: return .path
    case .query: return .query
    case .mediaType, .code: throw .valueInScriptURL
    case .ambiguous: throw .ambiguousURL
    }
  }

  /// Moves over a value in a list of image candidates and returns how it is written.
  mutating func placeInSourceSet() throws(EscapeRefusalReason) -> OutputEscaper {
    switch part {
    case .start, .open:
      part = .open
      return .sourceSet
    case .scheme:
      part = .open
      name = PackedName()
      return .sourceSet
    case .path: return .sourceSetURL
    case .query: return .url(.query)
    case .mediaType, .code: throw .valueInScriptURL
    case .ambiguous: throw .ambiguousURL
    }
  }
}
