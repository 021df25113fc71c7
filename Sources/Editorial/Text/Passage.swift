internal import CommonMark
internal import Content
internal import Diagnostics

/// A text that readers see, with what it belongs to and the way back to its source.
struct Passage: Sendable {
  let bytes: [UInt8]
  let file: String
  let subject: String
  let owner: Owner
  private let place: Place

  /// What a text belongs to.
  enum Owner: Sendable, Hashable {
    case project(ID<Project>)
    case edition(ID<Edition>)
    case update(ID<Project>, ID<Edition>)
    case event(ID<Event>)
    case story(ID<ImpactStory>)
    case post(ID<Post>)
    case page(ID<Page>)
  }

  private enum Place: Sendable {
    case body(MarkdownText)
    case value(Range<Int>)
  }

  /// Makes the passage of a body, if its words were kept.
  init?(_ document: MarkdownDocument, of owner: Owner, in header: EntityHeader, subject: String) {
    guard let text = document.text, !text.bytes.isEmpty else { return nil }
    self.bytes = text.bytes
    self.file = header.origin.file
    self.subject = subject
    self.owner = owner
    self.place = .body(text)
  }

  /// Makes the passage of a value of the front matter.
  init(
    _ text: String, at location: SourceLocation, of owner: Owner, subject: String
  ) {
    self.bytes = Array(text.utf8)
    self.file = location.file
    self.subject = subject
    self.owner = owner
    self.place = .value(location.span)
  }

  /// Where a part of the text was written; the whole value when it was written in another form.
  func location(of range: Range<Int>) -> SourceLocation {
    switch place {
    case .body(let text): return SourceLocation(file: file, span: text.span(of: range))
    case .value(let span):
      // Quotation marks around a value are the only form in which its words keep their order.
      let quotes = span.count - bytes.count
      guard quotes == 0 || quotes == 2 else { return SourceLocation(file: file, span: span) }
      let start = span.lowerBound + quotes / 2
      return SourceLocation(
        file: file, span: start + range.lowerBound..<start + range.upperBound)
    }
  }

  /// Whether it is a Markdown body and not a value of the front matter.
  var isBody: Bool { if case .body = place { true } else { false } }

  /// Whether the text stands in the source exactly as it is here, so that it can be replaced.
  func isVerbatim(_ range: Range<Int>) -> Bool { location(of: range).span.count == range.count }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
