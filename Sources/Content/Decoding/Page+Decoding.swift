internal import CommonMark

extension Page {
  /// Reads a page; the title may come from the first heading.
  init(
    _ reader: inout RecordReader, id expected: ID<Page>, heading: String?, body: MarkdownDocument
  ) {
    let id = reader.ownID(expected)
    let title =
      reader.scalar("title", .line, required: heading == nil)?.value ?? heading ?? ""
    let summary = reader.scalar("summary", .line)?.value
    let updated = reader.scalar("updated", .day)?.value
    let header = EntityHeader(&reader)
    self.init(
      header: header, id: id, title: title, summary: summary, updated: updated, body: body)
  }
}
