/// How far the `content` of a `meta` element looks like a refresh, `5; url=/next`.
enum RefreshContext: UInt8, Hashable, Sendable {
  /// Nothing but white space yet.
  case start
  /// Only what a delay is made of.
  case delay
  /// A value, which may have been a delay.
  case open
  /// After `u`, `ur` and `url`.
  case u
  case ur
  case url
  /// Text that no browser takes for a refresh.
  case plain
}

extension RefreshContext {
  /// Moves over one character; returns whether a URL begins behind it.
  mutating func advance(over scalar: UInt32) -> Bool {
    let byte = UInt8(exactly: scalar) ?? 0xFF
    switch (self, byte.asciiLowercased) {
    case (.plain, _): break
    case (.url, UInt8(ascii: "=")): return true
    case (.delay, UInt8(ascii: "u")), (.open, UInt8(ascii: "u")): self = .u
    case (.u, UInt8(ascii: "r")): self = .ur
    case (.ur, UInt8(ascii: "l")): self = .url
    case (.start, _) where byte.isHTMLSpace: break
    case (.url, _) where byte.isHTMLSpace: break
    case (.open, _) where isDelay(byte): break
    case (_, _) where isDelay(byte): self = .delay
    default: self = .plain
    }
    return false
  }

  private func isDelay(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isHTMLSpace || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ",")
  }
}

extension RefreshContext {
  /// Moves over a value and returns how it is written.
  mutating func place() -> OutputEscaper {
    switch self {
    case .plain: return .attribute
    case .start:
      self = .open
      return .refreshStart
    case .delay, .open, .u, .ur, .url:
      self = .open
      return .refresh
    }
  }
}
