/// An `http` or `https` address that is complete and in plain ASCII, as feeds and sitemaps need.
public struct AbsoluteURL: Sendable, Hashable {
  /// The address as it is written.
  public let text: String

  /// Takes an address with a scheme and a host, or returns `nil`.
  ///
  /// What RFC 3986 does not allow after the host is percent-encoded; the host must be ASCII.
  public init?(_ address: String) {
    guard let scheme = ["https://", "http://"].first(where: { Self.has(prefix: $0, address) })
    else {
      return nil
    }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { !Self.endsAuthority($0) }
    guard authority.count <= 512, Self.isHostAndPort(authority) else { return nil }
    let path = PercentEncoding.encode(rest.dropFirst(authority.count), keeping: .reference)
    text = scheme + String(decoding: authority, as: UTF8.self) + (path.isEmpty ? "/" : path)
  }

  /// Returns the address of a path below this one, which is taken as a folder; its query and its
  /// fragment are left out.
  ///
  /// `/` stays; everything else that a path segment may not hold is percent-encoded.
  public func appending(path: String) -> AbsoluteURL {
    let end = text.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let folder = text[..<(end ?? text.endIndex)]
    let base = folder.utf8.last == UInt8(ascii: "/") ? String(folder) : folder + "/"
    let relative = path.utf8.drop { $0 == UInt8(ascii: "/") }
    return AbsoluteURL(checked: base + PercentEncoding.encode(relative, keeping: .path))
  }

  private init(checked text: String) { self.text = text }

  private static func has(prefix: String, _ address: String) -> Bool {
    // Schemes are case-insensitive, and no letter of these two has another case outside ASCII.
    address.utf8.count > prefix.utf8.count
      && zip(address.utf8, prefix.utf8).allSatisfy { byte, wanted in
        byte == wanted || ((0x41...0x5A).contains(byte) && byte + 0x20 == wanted)
      }
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Whether this is a name or an IP address and perhaps a port; no user name or password.
  private static func isHostAndPort(_ authority: Substring.UTF8View) -> Bool {
    var rest = authority
    if rest.first == UInt8(ascii: "[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = rest[rest.index(after: rest.startIndex)..<end]
      guard !address.isEmpty, address.allSatisfy(isAllowedInIPv6) else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      let name = rest.prefix(while: isAllowedInName)
      guard !name.isEmpty else { return false }
      rest = rest.dropFirst(name.count)
    }
    guard let colon = rest.first else { return true }
    return colon == UInt8(ascii: ":") && rest.count <= 6 && rest.dropFirst().allSatisfy(isDigit)
  }

  private static func isAllowedInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isAllowedInIPv6(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
