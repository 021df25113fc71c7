internal import Content
internal import Templates

/// Fills the markers of rendered markup in the order of the page: abbreviations and components.
struct PageComposer {
  /// Renders a directive's component into markup that may hold markers of its own.
  typealias RenderComponent = (DirectiveCall) throws -> [UInt8]

  /// How deep components may stand in what components show.
  static let maximumDepth = 16

  private let model: SiteModel
  private let pageDirectives: [DirectiveCall]
  private let renderComponent: RenderComponent
  private var abbreviations: AbbreviationExpander
  private var output: [UInt8] = []

  private init(
    model: SiteModel, pageDirectives: [DirectiveCall],
    renderComponent: @escaping RenderComponent
  ) {
    self.model = model
    self.pageDirectives = pageDirectives
    self.renderComponent = renderComponent
    self.abbreviations = AbbreviationExpander(terms: model.terms)
  }

  /// Returns the finished markup of a page.
  static func compose(
    _ markup: [UInt8], model: SiteModel, pageDirectives: [DirectiveCall],
    renderComponent: @escaping RenderComponent
  ) throws -> [UInt8] {
    try markup.withUnsafeBufferPointer { bytes in
      // Many pages are finished as they are.
      guard Marker.mayStand(in: bytes) else { return markup }
      var composer = PageComposer(
        model: model, pageDirectives: pageDirectives, renderComponent: renderComponent)
      composer.output.reserveCapacity(bytes.count + bytes.count / 8)
      try composer.append(bytes, depth: 0)
      return composer.output
    }
  }

  private mutating func append(_ markup: UnsafeBufferPointer<UInt8>, depth: Int) throws {
    var copied = 0
    var offset = 0
    while let place = markup.firstIndex(of: Marker.firstByte, from: offset) {
      offset = place
      guard Marker.isNoncharacter(markup, at: offset) else {
        offset += 1
        continue
      }
      output.append(contentsOf: markup[copied..<offset])
      if let (marker, end) = Marker.read(markup, at: offset) {
        let suffix = Self.suffix(of: markup, at: end)
        try fill(marker, suffix: markup[suffix], depth: depth)
        offset = marker.isAbbreviation ? suffix.upperBound : end
      } else {
        offset += 3
      }
      copied = offset
    }
    output.append(contentsOf: markup[copied...])
  }

  private mutating func fill(
    _ marker: Marker, suffix: Slice<UnsafeBufferPointer<UInt8>>, depth: Int
  ) throws {
    switch marker {
    case .abbreviation(let term, let mayExpand):
      abbreviations.write(term: term, mayExpand: mayExpand, suffix: suffix, to: &output)
    case .directive(let number):
      guard model.directives.indices.contains(number) else { throw UnknownDirective() }
      try fill(model.directives[number], depth: depth)
    case .pageDirective(let number):
      guard pageDirectives.indices.contains(number) else { return }
      try fill(pageDirectives[number], depth: depth)
    }
  }

  private mutating func fill(_ call: DirectiveCall, depth: Int) throws {
    guard depth < Self.maximumDepth else {
      throw PageFailure([BuildMessage.nestedTooDeep(Self.maximumDepth).at(call.location)])
    }
    let markup = try renderComponent(call)
    try markup.withUnsafeBufferPointer { try append($0, depth: depth + 1) }
  }

  private static let endings = ["s", "'s", "\u{2019}s", "&#39;s"].map { Array($0.utf8) }

  /// The bytes after an abbreviation that belong to its word: a plural or possessive `s`.
  private static func suffix(of markup: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int> {
    for ending in endings {
      let end = start + ending.count
      guard end <= markup.count, markup[start..<end].elementsEqual(ending) else { continue }
      let isWordEnd = end == markup.count || !isLetter(markup[end])
      if isWordEnd { return start..<end }
    }
    return start..<start
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// A directive of the model that the model at hand does not have, since it was not kept.
struct UnknownDirective: Error {}

extension Marker {
  fileprivate var isAbbreviation: Bool { if case .abbreviation = self { true } else { false } }
}
