package import CommonMark
package import Diagnostics

/// A line of inline Markdown in front matter, with what it is a line of.
package struct SiteLine: Sendable {
  /// With places in the line.
  package let document: MarkdownDocument
  package let origin: Origin
  package let subject: String
  private let text: Located<String>

  fileprivate init(_ text: Located<String>, of header: EntityHeader, _ subject: String) {
    self.document = InlineMarkdown.document(of: text.value, in: header.origin.file)
    self.origin = header.origin
    self.subject = subject
    self.text = text
  }

  /// What reading the line finds, such as an address that is refused.
  package var findings: [Diagnostic] {
    document.diagnostics.map { found in
      var found = found
      found.subject = subject
      found.location = found.location.map { location($0.span) }
      // They are for places in the line.
      found.fixIts = []
      return found
    }
  }

  /// The place in the file of a place in the line: of all the text where it is written with escapes
  /// or on several lines.
  package func location(_ span: Range<Int>) -> SourceLocation {
    let extra = text.span.count - text.value.utf8.count
    // As it is, or between quotation marks.
    guard extra == 0 || extra == 2, span.upperBound <= text.value.utf8.count else {
      return origin.location(text.span)
    }
    let start = text.span.lowerBound + extra / 2
    return origin.location(start + span.lowerBound..<start + span.upperBound)
  }
}

extension Site {
  /// The lines of inline Markdown that pages show as markup.
  package var lines: [SiteLine] {
    projects.flatMap { project in
      [project.question, project.aim].compactMap(\.self).map {
        SiteLine($0, of: project.header, project.id.text)
      }
    }
  }
}
