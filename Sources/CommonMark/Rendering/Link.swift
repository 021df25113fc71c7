/// A link as it was written.
public struct Link: Sendable, Hashable {
  /// Entities and escapes are resolved; nothing else is changed.
  public let destination: String
  /// What stands in quotes after the destination, without these; empty if there is no title.
  public let title: String
  /// The link's text without markup.
  public let text: String
  /// Who decides where the destination leads.
  public let kind: LinkKind
  /// The place of the whole link in the file, with attributes that follow it.
  public let span: Range<Int>
  /// What stands in braces right after the link; `nil` if there are none.
  public let attributes: Attributes?

  /// Makes a link as if it had been written at `span`.
  public init(
    destination: String, title: String, text: String, kind: LinkKind, span: Range<Int>,
    attributes: Attributes? = nil
  ) {
    self.destination = destination
    self.title = title
    self.text = text
    self.kind = kind
    self.span = span
    self.attributes = attributes
  }
}

/// An image as it was written.
public struct Image: Sendable, Hashable {
  /// Entities and escapes are resolved; nothing else is changed.
  public let destination: String
  /// What stands in quotes after the destination, without these; empty if there is no title.
  public let title: String
  /// The alternative text, without markup.
  public let alternative: String
  /// Who decides where the destination leads.
  public let kind: LinkKind
  /// The place of the whole image in the file, with attributes that follow it.
  public let span: Range<Int>
  /// What stands in braces right after the image; `nil` if there are none.
  public let attributes: Attributes?

  /// Whether the author says that the image needs no alternative text.
  public var isDecorative: Bool { attributes?.has("decorative") ?? false }

  /// Makes an image as if it had been written at `span`.
  public init(
    destination: String, title: String, alternative: String, kind: LinkKind, span: Range<Int>,
    attributes: Attributes? = nil
  ) {
    self.destination = destination
    self.title = title
    self.alternative = alternative
    self.kind = kind
    self.span = span
    self.attributes = attributes
  }
}

/// Who decides where a destination leads.
public enum LinkKind: Sendable, Hashable, CaseIterable {
  /// An address outside the site with a scheme that is safe to follow; already written.
  case external
  /// A place in the same page, such as `#next`.
  case anchor
  /// Anything the site resolves: a path, `project:istv`, `term:DEC`.
  case site
  /// A scheme that could run code or is unknown; never written.
  case refused

  /// Whether it leads to something in the site, which must be there.
  public var isInternal: Bool {
    switch self {
    case .anchor, .site: true
    case .external, .refused: false
    }
  }
}

/// A word of two or more capitals or digits that begins with a capital.
public struct Abbreviation: Sendable, Hashable {
  /// As written, without a plural `s`.
  public let text: String
  /// The place of the text, without a plural `s`.
  public let span: Range<Int>
  /// Whether it stands in a link's text, where no second link may be made.
  public let isInsideLink: Bool

  /// Makes an abbreviation of a word at `span`, both without a plural `s`.
  public init(text: String, span: Range<Int>, isInsideLink: Bool) {
    self.text = text
    self.span = span
    self.isInsideLink = isInsideLink
  }
}
