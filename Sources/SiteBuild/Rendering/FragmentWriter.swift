internal import CommonMark
internal import Content
internal import Diagnostics

/// Turns a rendered fragment into markup: links get their addresses, abbreviations and directives
/// become markers for the page that shows them.
struct FragmentWriter: Sendable {
  let links: LinkResolver
  /// Abbreviation to the number of its term.
  private let terms: [String: Int]

  init(links: LinkResolver, glossary: Glossary, wellKnown: [String]) {
    self.links = links
    var terms: [String: Int] = [:]
    for (number, term) in glossary.terms.enumerated()
    where !term.isWellKnown && !wellKnown.contains(term.abbreviation) {
      terms[term.abbreviation] = terms[term.abbreviation] ?? number
    }
    self.terms = terms
  }

  /// Returns the markup of a fragment written in `file`; its directives are added to the list.
  func markup(
    of fragment: HTMLFragment, in file: String, directives: inout [DirectiveCall],
    isPageBody: Bool = false
  ) -> [UInt8] {
    // The innermost open container is the last.
    var open: [(directive: Directive, outer: [UInt8])] = []
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fragment.bytes.count + 32 * fragment.holes.count)
    fragment.forEachPiece { piece in
      switch piece {
      case .run(let run): Self.append(run, to: &bytes)
      case .hole(.link(let link)): writeLink(link, in: file, to: &bytes)
      case .hole(.image(let image)): writeImage(image, in: file, to: &bytes)
      case .hole(.abbreviation(let word)): writeAbbreviation(word, to: &bytes)
      case .hole(.directive(let directive)):
        directives.append(DirectiveCall(directive, content: [], file: file))
        Self.marker(directives.count - 1, isPageBody).write(to: &bytes)
      case .hole(.containerStart(let directive, _)):
        open.append((directive, bytes))
        bytes = []
      case .hole(.containerEnd):
        guard let (directive, outer) = open.popLast() else { return }
        directives.append(DirectiveCall(directive, content: bytes, file: file))
        bytes = outer
        Self.marker(directives.count - 1, isPageBody).write(to: &bytes)
      }
    }
    return bytes
  }

  private static func marker(_ number: Int, _ isPageBody: Bool) -> Marker {
    isPageBody ? .pageDirective(number) : .directive(number)
  }

  /// Copies a run, without the noncharacters that markers are made of.
  private static func append(_ run: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    var offset = 0
    while offset < run.count {
      if run[offset] == 0xEF, Marker.isNoncharacter(run, at: offset) {
        bytes.append(contentsOf: run[start..<offset])
        offset += 3
        start = offset
      } else {
        offset += 1
      }
    }
    bytes.append(contentsOf: run[start...])
  }
}

// MARK: - Holes

extension FragmentWriter {
  private func writeLink(_ link: Link, in file: String, to bytes: inout [UInt8]) {
    if case .address(let address) = links.resolve(link.destination, in: file) {
      Self.writeAttribute("href", address, to: &bytes)
    }
  }

  private func writeImage(_ image: Image, in file: String, to bytes: inout [UInt8]) {
    if case .address(let address) = links.resolve(image.destination, in: file) {
      Self.writeAttribute("src", address, to: &bytes)
    }
  }

  private func writeAbbreviation(_ word: Abbreviation, to bytes: inout [UInt8]) {
    if let term = terms[word.text] {
      Marker.abbreviation(term: term, mayExpand: !word.isInsideLink).write(to: &bytes)
    } else {
      HTMLText.append(word.text, to: &bytes)
    }
  }

  private static func writeAttribute(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes += "\(name)=\"".utf8
    HTMLText.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A directive that a page must run, with the markup between its start and its end.
struct DirectiveCall: Sendable {
  let directive: Directive
  /// What the container holds, as markup with markers; empty for other directives.
  let content: [UInt8]
  /// Where it was written, named from the site's folder.
  let file: String

  init(_ directive: Directive, content: [UInt8], file: String) {
    self.directive = directive
    self.content = content
    self.file = file
  }

  var location: SourceLocation { SourceLocation(file: file, span: directive.span) }
}
