internal import CommonMark
internal import Content
internal import Diagnostics

/// What must not be told of people, and of readers.
struct PrivacyRules {
  let site: Site
  let texts: [ReadPassage]
  let bodies: [SiteBody]

  func findings() -> [Finding] {
    bodies.flatMap {
      emails($0) + foreignImages($0) + foreignEmbeds($0) + trackedLinks($0)
    }
      + texts.flatMap(telephones)
  }

  private func emails(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      // Most links are no mail addresses, which their first letter tells.
      guard link.destination.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "m") }) ?? false,
        link.destination.lowercased().hasPrefix("mailto:")
      else { return nil }
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
      guard image.kind == .external, let host = WebAddress(image.destination).host,
        host != site.settings.baseURL.host, !privacyPageNames(host)
      else { return nil }
      return Finding(
        .v02,
        "this image loads from \(host), which the privacy page does not name; copy it to the"
          + " site",
        at: body.origin.location(image.span), subject: body.subject)
    }
  }

  /// Scripts, frames, fonts and the like, where a site allows raw HTML to load them.
  private func foreignEmbeds(_ body: SiteBody) -> [Finding] {
    body.document.embeds.compactMap { embed in
      guard let host = WebAddress(embed.address).host, host != site.settings.baseURL.host,
        !privacyPageNames(host)
      else { return nil }
      return Finding(
        .v02,
        "this <\(embed.element)> loads from \(host), which the privacy page does not name; say"
          + " there what is loaded and why, or take it out",
        at: body.origin.location(embed.span), subject: body.subject)
    }
  }

  private func privacyPageNames(_ host: String) -> Bool {
    guard let address = site.settings.privacyPage?.value,
      let page = site.pages.first(where: { $0.permalink.path == address })
    else { return false }
    let isLinked = page.body.links.contains { WebAddress($0.destination).host == host }
    return isLinked || WordSearch.contains(host, in: page.body.text?.bytes ?? [])
  }

  private func trackedLinks(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      guard link.destination.utf8.contains(UInt8(ascii: "?")),
        let parameter = WebAddress(link.destination).trackingParameter
      else { return nil }
      return Finding(
        .v03, "links carry no tracking parameters; take '\(parameter)' out",
        at: body.origin.location(link.span), subject: body.subject)
    }
  }
}
