/// Where a redirect leads: a page of the same site, or a complete address.
///
/// A path keeps working in a preview and when the site moves. Neither case can hold a scheme such
/// as `javascript:`.
public enum RedirectTarget: Sendable, Hashable {
  /// A path from the root of the host, unencoded; a `/` before it may be left out.
  case path(String)
  case address(AbsoluteURL)

  /// The reference as it is written into a link, before any markup escaping.
  var reference: String {
    switch self {
    case .path(let path): Self.rooted(path)
    case .address(let address): address.text
    }
  }

  /// Encodes a path and gives it exactly one `/` at its start; two would name a host.
  static func rooted(_ path: String) -> String {
    "/" + PercentEncoding.encode(path.utf8.drop { $0 == UInt8(ascii: "/") }, keeping: .path)
  }
}
