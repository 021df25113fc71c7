public import Packing

/// What follows from a body can be kept from one run to the next, without its markup.
extension MarkdownDocument {
  /// Whether all but the markup can be packed: plain texts that nothing is wrong with.
  public var canBePacked: Bool {
    diagnostics.isEmpty && directives.isEmpty && embeds.isEmpty
      && links.allSatisfy { $0.attributes == nil } && images.allSatisfy { $0.attributes == nil }
  }

  /// Writes what follows from the body.
  public func pack(into packer: inout Packer) {
    packer.add(excerpt)
    packer.add(wordCount)
    packer.add(headings) { packer, heading in
      packer.add(heading.level)
      packer.add(heading.id)
      packer.add(heading.text)
      packer.add(heading.span)
    }
    packer.add(links) { packer, link in
      packer.add(link.destination)
      packer.add(link.title)
      packer.add(link.text)
      packer.add(link.kind.code)
      packer.add(link.span)
    }
    packer.add(images) { packer, image in
      packer.add(image.destination)
      packer.add(image.title)
      packer.add(image.alternative)
      packer.add(image.kind.code)
      packer.add(image.span)
    }
    packer.add(abbreviations) { packer, word in
      packer.add(word.text)
      packer.add(word.span)
      packer.add(word.isInsideLink)
    }
    packer.add(anchors) { $0.add($1) }
    packer.add(text != nil)
    text?.pack(into: &packer)
  }

  /// Reads what `pack` wrote; the markup is missing.
  public init(unpacking unpacker: inout Unpacker) {
    let excerpt = unpacker.text()
    let wordCount = unpacker.number()
    let headings = unpacker.list { unpacker in
      Heading(
        level: unpacker.number(), id: unpacker.text(), text: unpacker.text(),
        span: unpacker.range())
    }
    let links = unpacker.list { unpacker in
      Link(
        destination: unpacker.text(), title: unpacker.text(), text: unpacker.text(),
        kind: unpacker.linkKind(), span: unpacker.range())
    }
    let images = unpacker.list { unpacker in
      Image(
        destination: unpacker.text(), title: unpacker.text(), alternative: unpacker.text(),
        kind: unpacker.linkKind(), span: unpacker.range())
    }
    let abbreviations = unpacker.list { unpacker in
      Abbreviation(
        text: unpacker.text(), span: unpacker.range(), isInsideLink: unpacker.flag())
    }
    let anchors = unpacker.list { $0.text() }
    let text = unpacker.flag() ? MarkdownText(unpacking: &unpacker) : nil
    self.init(
      Contents(
        html: HTMLFragment(), hasMarkup: false, headings: headings, excerpt: excerpt,
        wordCount: wordCount, links: links, images: images, embeds: [],
        abbreviations: abbreviations,
        directives: [], anchors: anchors, text: text, diagnostics: []))
  }
}

extension LinkKind {
  fileprivate static let codes: [LinkKind] = LinkKind.allCases

  fileprivate var code: Int { Self.codes.firstIndex(of: self) ?? 0 }
}

extension Unpacker {
  fileprivate mutating func linkKind() -> LinkKind {
    let code = number()
    guard LinkKind.codes.indices.contains(code) else {
      refuse()
      return .refused
    }
    return LinkKind.codes[code]
  }
}
