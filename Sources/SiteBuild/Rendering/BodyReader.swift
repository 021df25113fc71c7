internal import CommonMark
internal import Content
internal import Files

/// Reads again the texts of which only the findings were kept, when a page that shows them has to
/// be rendered.
struct BodyReader: Sendable {
  private let folder: Folder
  private let parser: ContentParser
  private let digests: [String: Digest]

  init(sources: SiteSources, settings: SiteSettings) {
    folder = sources.folder
    parser = ContentParser(settings: settings)
    digests = Dictionary(
      sources.content.lazy.filter { $0.kept != nil }.map { ($0.source.displayName, $0.digest) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The body of a file, with its markup.
  ///
  /// Throws `SourceChanged` if the file no longer holds what the build has read of it.
  func document(of file: String) throws -> MarkdownDocument {
    let contents = try FileReader.read(try SitePath(file), in: folder)
    guard Digest(of: contents.bytes) == digests[file] else { throw SourceChanged(file: file) }
    let source = ContentSource(path: AddressBook.contentPath(file), bytes: contents.bytes)
    switch parser.parse(source).entities {
    case .post(let post): return post.body
    case .page(let page): return page.body
    case .lifecycle, .people, .organisations, .glossary, .metrics, .observations, .comparisons,
      .project, .edition, .update, .event, .impact, .published, .asset, .nothing:
      throw SourceChanged(file: file)
    }
  }
}

/// A file that was changed while the site was being built from it.
struct SourceChanged: Error {
  let file: String
}
