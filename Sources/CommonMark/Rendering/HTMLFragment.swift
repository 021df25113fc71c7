/// Rendered HTML with holes for what only the site can decide.
///
/// The bytes between two holes are final. Expanding copies runs and fills holes, without an
/// allocation per piece:
///
/// ```swift
/// fragment.forEachPiece { piece in
///   switch piece {
///   case .run(let bytes): output.append(bytes)
///   case .hole(let hole): fill(hole, into: &output)
///   }
/// }
/// ```
public struct HTMLFragment: Sendable, Hashable {
  /// The finished HTML in UTF-8, without what fills the holes.
  public let bytes: [UInt8]
  /// In the order of their offsets; holes may share an offset.
  public let holes: [Hole]

  /// Makes a fragment, by default an empty one; the holes must be in the order of their offsets.
  public init(bytes: [UInt8] = [], holes: [Hole] = []) {
    self.bytes = bytes
    self.holes = holes
  }

  /// A place in the bytes and what must come there.
  public struct Hole: Sendable, Hashable {
    /// How many of the fragment's bytes come before the hole.
    public let offset: Int
    /// What must come there.
    public let content: Content
  }

  /// What the site fills a hole with.
  public enum Content: Sendable, Hashable {
    /// Stands inside `<a …>`, after the space: write `href="…"` and any more attributes.
    case link(Link)
    /// Stands inside `<img …>`, after the space: write `src="…"` and any more attributes.
    case image(Image)
    /// A word that may be an abbreviation: write it, as `<abbr>` or as text.
    case abbreviation(Abbreviation)
    /// A directive without content of its own, in a line or alone.
    case directive(Directive)
    /// The start of a container directive; the hole numbered `end` is its end.
    case containerStart(Directive, end: Int)
    /// The end of the innermost open container directive.
    case containerEnd
  }

  /// A part of a fragment: finished bytes, or a hole to fill.
  public enum Piece {
    /// Valid only until the call returns.
    case run(UnsafeBufferPointer<UInt8>)
    case hole(Content)
  }
}

extension HTMLFragment {
  /// Calls `body` with each piece in order; runs are never empty.
  public func forEachPiece(_ body: (Piece) throws -> Void) rethrows {
    try forEachPiece(inHoles: 0..<holes.count, from: 0, to: bytes.count, body)
  }

  /// Calls `body` with the pieces between a container's start and its end, without the two.
  public func forEachPiece(
    inContainerAt start: Int, _ body: (Piece) throws -> Void
  ) rethrows {
    guard holes.indices.contains(start), case .containerStart(_, let end) = holes[start].content
    else { return }
    try forEachPiece(
      inHoles: start + 1..<end, from: holes[start].offset, to: holes[end].offset, body)
  }

  private func forEachPiece(
    inHoles range: Range<Int>, from start: Int, to end: Int, _ body: (Piece) throws -> Void
  ) rethrows {
    try bytes.withUnsafeBufferPointer { buffer in
      var position = start
      for index in range {
        let offset = holes[index].offset
        if offset > position {
          try body(.run(UnsafeBufferPointer(rebasing: buffer[position..<offset])))
          position = offset
        }
        try body(.hole(holes[index].content))
      }
      if end > position {
        try body(.run(UnsafeBufferPointer(rebasing: buffer[position..<end])))
      }
    }
  }
}
