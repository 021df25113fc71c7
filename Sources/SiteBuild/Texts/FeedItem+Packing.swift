internal import Content
internal import GregorianCalendar
internal import Packing

extension FeedMaker.Item {
  func pack(into packer: inout Packer) {
    switch page {
    case .post(let id):
      packer.add(true)
      packer.add(id.text)
    case .edition(let id):
      packer.add(false)
      packer.add(id.text)
    case .none, .board, .quarter, .project, .story, .event, .page, .taxonomy, .term:
      preconditionFailure("feeds announce posts and editions")
    }
    packer.add(source)
    packer.add(title)
    packer.add(permalink.path)
    packer.add(summary)
    packer.add(published != nil)
    packer.add(day: published ?? updated)
    packer.add(day: updated)
    packer.add(authors) { $0.add($1) }
    packer.add(categories) { $0.add($1) }
  }

  /// Reads what `pack` wrote; `nil` for anything else.
  init?(unpacking unpacker: inout Unpacker) {
    let isPost = unpacker.flag()
    let id = unpacker.text()
    let subject: PlannedPage.Subject? =
      isPost ? ID<Post>(id).map { .post($0) } : ID<Edition>(id).map { .edition($0) }
    let source = unpacker.text()
    let title = unpacker.text()
    let permalink = Permalink(path: unpacker.text())
    let summary = unpacker.text()
    let isPublished = unpacker.flag()
    let published = unpacker.day()
    let updated = unpacker.day()
    let authors = unpacker.list { $0.text() }
    let categories = unpacker.list { $0.text() }
    guard let subject, let permalink, let published, let updated else {
      unpacker.refuse()
      return nil
    }
    self.init(
      page: subject, source: source, title: title, permalink: permalink, summary: summary,
      published: isPublished ? published : nil, updated: updated, authors: authors,
      categories: categories)
  }
}

extension Packer {
  fileprivate mutating func add(day: CalendarDay) {
    add(UInt64(bitPattern: Int64(day.daysSince1970)))
  }
}

extension Unpacker {
  fileprivate mutating func day() -> CalendarDay? {
    CalendarDay(daysSince1970: Int(Int64(bitPattern: word())))
  }
}
