internal import CommonMark
internal import Content
internal import Diagnostics

/// Follows every link and image of every text and reports those that lead nowhere.
struct LinkChecker {
  private let links: LinkResolver
  /// Whether all pages are known that there are.
  private let isWhole: Bool
  private var diagnostics: [Diagnostic] = []

  /// - Parameter lines: The site's lines of inline Markdown.
  static func check(_ site: Site, _ lines: [SiteLine], links: LinkResolver) -> [Diagnostic] {
    var checker = LinkChecker(links: links, isWhole: site.unreadable.isEmpty)
    for body in site.bodies(where: mayHaveBroken) {
      checker.check(body.document, in: body.origin.file, of: body.subject, at: body.origin.location)
    }
    for line in lines {
      checker.check(line.document, in: line.origin.file, of: line.subject, at: line.location)
    }
    for (title, link) in site.settings.menu.map({ ($0.title, $0.link) }) {
      checker.checkAddress(link, title: title, origin: site.settings.origin)
    }
    let pages = [site.settings.accessibilityStatement, site.settings.privacyPage]
    for address in pages.compactMap({ $0 }) {
      checker.checkAddress(address, title: nil, origin: site.settings.origin)
    }
    for post in site.posts { checker.checkImage(of: post) }
    return checker.diagnostics
  }

  /// Whether a text has anything to follow.
  private static func mayHaveBroken(_ document: MarkdownDocument) -> Bool {
    document.links.contains { $0.kind.isInternal }
      || document.images.contains { $0.kind.isInternal }
  }

  private init(links: LinkResolver, isWhole: Bool) {
    self.links = links
    self.isWhole = isWhole
  }

  /// Whether a link must lead somewhere now: lists and the like are missing with what they list.
  private func mustLead(_ destination: String) -> Bool { isWhole || !destination.hasPrefix("/") }

  /// - Parameter place: Gives the place of a part of the text.
  private mutating func check(
    _ document: MarkdownDocument, in file: String, of subject: String,
    at place: (Range<Int>) -> SourceLocation
  ) {
    for link in document.links where link.kind.isInternal {
      if link.destination.isEmpty {
        report(.emptyLink(link.text), place(link.span), subject)
        continue
      }
      if mustLead(link.destination),
        case .broken(let hint) = links.resolve(link.destination, in: file)
      {
        report(.brokenLink(link.destination, hint: hint), place(link.span), subject)
      }
    }
    for image in document.images where image.kind.isInternal {
      if case .broken(let hint) = links.resolve(image.destination, in: file) {
        report(.brokenImage(image.destination, hint: hint), place(image.span), subject)
      }
    }
  }

  private mutating func checkAddress(_ link: Located<String>, title: String?, origin: Origin) {
    guard Permalink(path: link.value) != nil, mustLead(link.value),
      case .broken(let hint) = links.resolve(link.value, in: origin.file)
    else { return }
    diagnostics.append(
      BuildMessage.brokenLink(link.value, hint: hint)
        .at(origin.location(link.span), subject: title))
  }

  private mutating func checkImage(of post: Post) {
    let origin = post.header.origin
    guard let image = post.image, links.imageAddress(image.value, in: origin.file) == nil else {
      return
    }
    diagnostics.append(
      BuildMessage.brokenImage(image.value, hint: "")
        .at(origin.location(image.span), subject: post.id.text))
  }

  private mutating func report(
    _ message: BuildMessage, _ location: SourceLocation, _ subject: String
  ) {
    diagnostics.append(message.at(location, subject: subject))
  }
}
