/// Decides from a destination's scheme whether it may be written, and by whom.
enum AddressCheck {
  /// Returns who decides where the destination leads.
  ///
  /// Browsers pass over spaces and control characters in front of a scheme and over tabs and line
  /// breaks inside it, so these are passed over here too.
  static func kind(of destination: some Collection<UInt8>) -> LinkKind {
    // By far the most addresses with a scheme, and none that needs a closer look.
    if destination.starts(with: "https://".utf8) { return .external }
    guard let first = destination.first(where: { $0 > 0x20 }) else { return .site }
    if first == UInt8(ascii: "#") { return .anchor }
    guard first.isLetter, destination.contains(UInt8(ascii: ":")) else {
      return isProtocolRelative(destination) ? .external : .site
    }
    var scheme: [UInt8] = []
    for byte in destination where byte > 0x20 && byte != 0x7F {
      if byte == UInt8(ascii: ":") { return kind(ofScheme: scheme) }
      let isSchemeByte =
        byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      // No scheme in use has a dot, but file names do.
      guard isSchemeByte, scheme.count < 32 else { break }
      scheme.append(byte.lowercased)
    }
    return isProtocolRelative(destination) ? .external : .site
  }

  /// What libcmark itself refuses; used where its own output is the measure.
  static func isDangerous(_ destination: some Collection<UInt8>) -> Bool {
    let start = destination.prefix(64).map(\.lowercased)
    if start.starts(with: "data:image/".utf8) {
      let type = start.dropFirst(11)
      return !["png", "gif", "jpeg", "webp"].contains { type.starts(with: $0.utf8) }
    }
    return ["javascript:", "vbscript:", "file:", "data:"].contains { start.starts(with: $0.utf8) }
  }

  private static func isProtocolRelative(_ destination: some Collection<UInt8>) -> Bool {
    var slashes = 0
    for byte in destination where byte > 0x20 {
      guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") else { break }
      slashes += 1
    }
    return slashes >= 2
  }

  private static func kind(ofScheme scheme: [UInt8]) -> LinkKind {
    // A scheme begins with a letter; `12:30` is a path.
    guard let first = scheme.first, first.isLetter else { return .site }
    let name = String(decoding: scheme, as: UTF8.self)
    if external.contains(name) { return .external }
    return site.contains(name) ? .site : .refused
  }

  private static let external: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "xmpp", "ftp",
  ]
  /// The schemes of the site's own entities.
  private static let site: Set<String> = [
    "project", "term", "sprint", "event", "impact", "post", "page", "person", "organisation",
    "metric",
  ]
}
