/// The absolute address of a site's home, split where the addresses of pages begin.
package struct BaseURL: Sendable, Hashable {
  /// Scheme and host without a slash, such as `https://notes.example.org`.
  package let origin: String
  /// The path with a slash at either end; `/` when the site is at the top of its host.
  package let path: String

  /// Reads an `http` or `https` URL without query or fragment; the final slash may be missing.
  package init?(_ text: String) {
    guard let separator = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { return nil }
    let rest = text[separator.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let host = rest[..<slash]
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte),
      rest[slash...].utf8.allSatisfy(Self.isPathByte),
      !rest[slash...].contains("//"), !rest[slash...].contains("..")
    else { return nil }
    self.origin = "\(scheme)://\(host.lowercased())"
    let path = rest[slash...]
    self.path = path.isEmpty ? "/" : path.hasSuffix("/") ? String(path) : path + "/"
  }

  /// The host's name without a port, as tag URIs want it.
  package var host: String {
    let host = origin.split(separator: "/").last ?? ""
    return String(host.split(separator: ":").first ?? host)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isHostByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "~")
  }
}
