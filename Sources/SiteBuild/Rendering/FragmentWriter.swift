internal import CommonMark
internal import Content

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

  /// The number of the term that a word is an abbreviation for.
  func term(of word: String) -> Int? { terms[word] }

  /// Returns the markup of a fragment written in `file`; its directives are added to the list.
  func markup(
    of fragment: HTMLFragment, in file: String, directives: inout [DirectiveCall],
    isPageBody: Bool = false
  ) -> [UInt8] {
    if fragment.holes.isEmpty,
      !fragment.bytes.withUnsafeBufferPointer({ Marker.mayStand(in: $0) })
    {
      return fragment.bytes
    }
    var output = MarkupOutput(capacity: fragment.bytes.count + 32 * fragment.holes.count)
    // The innermost open container is the last.
    var open: [(directive: Directive, outer: MarkupOutput)] = []
    fragment.forEachPiece { piece in
      switch piece {
      case .run(let run): output.append(run)
      case .hole(.link(let link)): write("href", link.destination, in: file, to: &output)
      case .hole(.image(let image)): write("src", image.destination, in: file, to: &output)
      case .hole(.abbreviation(let word)): write(word, to: &output)
      case .hole(.directive(let directive)):
        directives.append(DirectiveCall(directive, content: [], file: file))
        Self.marker(directives.count - 1, isPageBody).write(to: &output.bytes)
      case .hole(.containerStart(let directive, _)):
        open.append((directive, output))
        output = MarkupOutput(capacity: 0)
      case .hole(.containerEnd):
        guard let (directive, outer) = open.popLast() else { return }
        directives.append(DirectiveCall(directive, content: output.bytes, file: file))
        output = outer
        Self.marker(directives.count - 1, isPageBody).write(to: &output.bytes)
      }
    }
    return output.bytes
  }

  private static func marker(_ number: Int, _ isPageBody: Bool) -> Marker {
    isPageBody ? .pageDirective(number) : .directive(number)
  }

  /// Writes where a link or image leads; one that leads nowhere has been reported.
  private func write(
    _ attribute: String, _ destination: String, in file: String, to output: inout MarkupOutput
  ) {
    guard case .address(let address) = links.resolve(destination, in: file) else { return }
    output.bytes += "\(attribute)=\"".utf8
    HTMLText.append(address, to: &output.bytes)
    output.bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an abbreviation; headings and links stay as short as their author made them.
  private func write(_ word: Abbreviation, to output: inout MarkupOutput) {
    guard let term = terms[word.text] else {
      HTMLText.append(word.text, to: &output.bytes)
      return
    }
    let mayExpand = !word.isInsideLink && !output.isInHeading
    Marker.abbreviation(term: term, mayExpand: mayExpand).write(to: &output.bytes)
  }
}

/// Markup as it is written, with whether a heading is open.
private struct MarkupOutput {
  var bytes: [UInt8] = []
  /// Up to where headings have been looked for, and whether one was open there.
  private var headings = (end: 0, isOpen: false)

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Copies a finished run, without the noncharacters that markers are made of.
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var offset = 0
    while let place = run.firstIndex(of: Marker.firstByte, from: offset) {
      offset = place + 1
      guard Marker.isNoncharacter(run, at: place) else { continue }
      bytes.append(contentsOf: run[start..<place])
      offset = place + 3
      start = offset
    }
    bytes.append(contentsOf: run[start...])
  }

  /// Whether the end of what was written is inside a heading.
  var isInHeading: Bool {
    mutating get {
      bytes.withUnsafeBufferPointer { bytes in
        while let place = bytes.firstIndex(of: UInt8(ascii: "<"), from: headings.end) {
          headings.end = place + 1
          if let isOpen = Self.heading(in: bytes, at: place) { headings.isOpen = isOpen }
        }
        headings.end = bytes.count
      }
      return headings.isOpen
    }
  }

  /// Whether a tag opens a heading or closes one; `nil` if it does neither.
  private static func heading(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool? {
    guard offset + 3 < bytes.count else { return nil }
    let isEnd = bytes[offset + 1] == UInt8(ascii: "/")
    let name = offset + (isEnd ? 2 : 1)
    guard bytes[name] == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[name + 1])
    else { return nil }
    return !isEnd
  }
}
