internal import CommonMark
internal import Content
internal import Diagnostics

/// What must not be told of people, and of readers.
struct PrivacyRules {
  let site: Site
  let texts: [ReadPassage]

  func findings() -> [Finding] {
    site.bodies.flatMap { emails($0) + foreignImages($0) + trackedLinks($0) }
      + texts.flatMap(telephones)
  }

  private func emails(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      guard link.destination.lowercased().hasPrefix("mailto:") else { return nil }
      let mailbox = String(link.destination.dropFirst(7).prefix { $0 != "?" })
      guard mailbox.lowercased() != site.settings.contact?.email.lowercased(), isPersonal(mailbox)
      else { return nil }
      return Finding(
        .v01, "'\(mailbox)' looks like a person's own mailbox; give the team's",
        at: body.origin.location(link.span), subject: body.subject)
    }
  }

  private static let sharedWords: Set<String> = [
    "team", "data", "info", "contact", "enquiries", "office", "support", "help", "press", "media",
    "analytics", "digital", "service", "services", "board", "network", "research", "admin",
  ]

  /// Whether it is made like `first.last`, or holds the name of someone on the register.
  private func isPersonal(_ mailbox: String) -> Bool {
    let local = mailbox.lowercased().prefix { $0 != "@" }
    let parts = local.split { ".-_".contains($0) }.map(String.init)
    if parts.contains(where: Self.sharedWords.contains) { return false }
    let isNamed = site.people.contains { person in
      let words = person.name.lowercased().split(separator: " ").map(String.init)
      return words.count > 1 && Set(words).isSubset(of: parts)
    }
    return isNamed
      || parts.count == 2 && local.contains(".") && parts.allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  private func telephones(_ text: ReadPassage) -> [Finding] {
    TelephoneNumbers.all(in: text).map { range in
      Finding(
        .v01,
        "'\(text.passage.string(range))' looks like a telephone number; give the team's"
          + " mailbox",
        at: text.passage.location(of: range), subject: text.passage.subject)
    }
  }

  private func foreignImages(_ body: SiteBody) -> [Finding] {
    body.document.images.compactMap { image in
      guard image.kind == .external, let host = WebAddress.host(of: image.destination),
        host != site.settings.baseURL.host, !privacyPageNames(host)
      else { return nil }
      return Finding(
        .v02,
        "this image loads from \(host), which the privacy page does not name; copy it to the"
          + " site",
        at: body.origin.location(image.span), subject: body.subject)
    }
  }

  private func privacyPageNames(_ host: String) -> Bool {
    guard let address = site.settings.privacyPage?.value,
      let page = site.pages.first(where: { $0.permalink.path == address })
    else { return false }
    let isLinked = page.body.links.contains { WebAddress.host(of: $0.destination) == host }
    return isLinked || WordSearch.contains(host, in: page.body.text?.bytes ?? [])
  }

  private func trackedLinks(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      guard let parameter = WebAddress.trackingParameter(in: link.destination) else { return nil }
      return Finding(
        .v03, "links carry no tracking parameters; take '\(parameter)' out",
        at: body.origin.location(link.span), subject: body.subject)
    }
  }
}

/// What an address tells without being followed.
enum WebAddress {
  static func host(of address: String) -> String? {
    guard let separator = address.firstRange(of: "//") else { return nil }
    let host = address[separator.upperBound...].prefix { !"/?#:".contains($0) }
    return host.isEmpty ? nil : host.lowercased()
  }

  private static let trackers: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "twclid", "yclid",
  ]

  static func trackingParameter(in address: String) -> String? {
    guard let mark = address.firstIndex(of: "?") else { return nil }
    let query = address[address.index(after: mark)...].prefix { $0 != "#" }
    return query.split(separator: "&").map { String($0.prefix { $0 != "=" }) }
      .first { $0.lowercased().hasPrefix("utm_") || trackers.contains($0.lowercased()) }
  }
}

/// Finds what is written like a telephone number of the United Kingdom or with a country's code.
enum TelephoneNumbers {
  static func all(in text: ReadPassage) -> [Range<Int>] {
    let bytes = text.passage.bytes
    var found: [Range<Int>] = []
    var index = 0
    while index < text.numbers.count {
      let start = text.numbers[index]
      var end = index
      while end + 1 < text.numbers.count,
        isJoint(bytes[text.numbers[end].upperBound..<text.numbers[end + 1].lowerBound])
      {
        end += 1
      }
      let plus = start.lowerBound > 0 && bytes[start.lowerBound - 1] == UInt8(ascii: "+")
      let range = start.lowerBound - (plus ? 1 : 0)..<text.numbers[end].upperBound
      let digits = bytes[range].filter(WordBytes.isDigit)
      let hasLetters = bytes[range].contains(where: WordBytes.isLetter)
      if !hasLetters, plus || digits.first == UInt8(ascii: "0"), (10...14).contains(digits.count) {
        found.append(range)
      }
      index = end + 1
    }
    return found
  }

  private static func isJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...3).contains(bytes.count) && bytes.allSatisfy { " -()".utf8.contains($0) }
  }
}
