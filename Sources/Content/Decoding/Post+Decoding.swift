internal import CommonMark
internal import GregorianCalendar

extension Post {
  /// Reads a blog post; title and date may come from the first heading and the file's name.
  convenience init?(
    _ reader: inout RecordReader, name: PostName, heading: String?, body: MarkdownDocument
  ) {
    let id = reader.ownID(name.id)
    let title =
      reader.scalar("title", .line, required: heading == nil)?.value ?? heading ?? ""
    let hasDate = reader.has("date")
    let date =
      reader.scalar("date", .day, required: hasDate && name.date == nil)?.value ?? name.date
    if date == nil, !hasDate { reader.report(.missingPostDate, at: reader.span) }
    let authors = reader.list("authors", .author)
    let summary = reader.scalar("summary", .line)?.value ?? body.excerpt
    let tags = reader.list("tags", .line)
    let projects = reader.ids("projects", of: Project.self)
    let externalURL = reader.scalar("external-url", .link)
    let image = reader.scalar("image", .line)
    let imageAlt = reader.scalar("image-alt", .line, required: image != nil)?.value
    let header = EntityHeader(&reader)
    guard let date else { return nil }
    self.init(
      header: header, id: id, title: title, date: date, authors: authors, summary: summary,
      tags: tags, projects: projects, externalURL: externalURL, image: image, imageAlt: imageAlt,
      body: body)
  }
}

/// What the name of a post's file says: `2021-09-15-two-events` is dated and named.
struct PostName {
  /// The whole name, date included, so that no two posts of one title collide.
  let id: ID<Post>
  let date: CalendarDay?

  init(fileName: String) {
    self.id = ID(making: fileName)
    self.date = CalendarDay(fileName.prefix(10))
  }
}
