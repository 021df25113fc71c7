internal import CommonMark
internal import Content
internal import Templates

extension ModelTypes {
  /// Declares the records that are made anew for each page; `PageModel` fills them.
  func definePageRecords(in schema: inout Schema) {
    schema.define(
      page,
      fields: [
        .init("kind", .string, "The kind of page, such as `edition` or `post`."),
        .init("title", .string, "The page's title, its only heading of level 1."),
        .init("summary", .optional(.string), "A sentence for search engines and cards."),
        .init("url", .string, "The page's address on this host."),
        .init("canonical", .string, "The page's address with scheme and host."),
        .init("language", .string, "The page's language tag."),
        .init("content", .html, "The page's own text; empty when it has none."),
        .init("headings", .list(.record(heading)), "The headings of the page's own text."),
        .init("breadcrumbs", .list(.record(breadcrumb)), "The way from the home page."),
        .init("updated", .optional(.date), "The day its content last changed."),
        .init("edition", .optional(.record(edition)), "The edition the page is part of."),
        .init("pagination", .optional(.record(pagination)), "Where it stands in a list."),
      ])
    schema.define(
      heading,
      fields: [
        .init("level", .int, "1 to 6."),
        .init("id", .string, "Its anchor."),
        .init("text", .string, "Its words, without markup."),
      ])
    schema.define(
      breadcrumb,
      fields: [
        .init("title", .string, "The page's title."), .init("url", .string, "Its address."),
      ])
    schema.define(
      pagination,
      fields: [
        .init("number", .int, "This page's number, from 1."),
        .init("total", .int, "How many pages the list has."),
        .init("previous", .optional(.string), "The address of the page before."),
        .init("next", .optional(.string), "The address of the page after."),
        .init(
          "pages", .list(.record(paginationPage)), "The first page, the last, and those nearby."),
      ])
    schema.define(
      paginationPage,
      fields: [
        .init("number", .int, "The page's number, from 1."), .init("url", .string, "Its address."),
      ])
  }
}

/// Lays out what one page adds to the site's values.
struct PageLayout {
  private let model: SiteModel
  var builder: DataBuilder

  init(model: SiteModel) {
    self.model = model
    self.builder = DataBuilder(schema: model.schema.schema, target: .page)
  }

  /// Lays out the record of a page with the markup and headings of its own text.
  mutating func page(_ page: PlannedPage, content: [UInt8], headings: [Heading]) -> Value {
    let book = model.writer.links.book
    let site = model.site.settings
    let headings = list(headings) { layout, heading in
      [
        .int(heading.level), layout.text(heading.id),
        layout.text(heading.text),
      ]
    } of: {
      $0.heading
    }
    let breadcrumbs = list(page.breadcrumbs) { layout, crumb in
      [layout.text(crumb.title), layout.text(book.address(crumb.permalink))]
    } of: {
      $0.breadcrumb
    }
    let fields: [Value] = [
      text(page.kind.rawValue), text(page.title),
      page.summary.map { text($0) } ?? .none,
      text(book.address(page.permalink)),
      text(book.absoluteAddress(page.permalink)),
      text(page.language ?? site.language), builder.html(utf8: content), headings,
      breadcrumbs, page.updated.map { .date($0) } ?? .none, model.edition(of: page),
      pagination(of: page),
    ]
    return builder.record(model.schema.types.page, fields)
  }

  /// Adds a text, without what could be taken for a marker.
  mutating func text(_ text: String) -> Value { builder.string(Marker.removed(from: text)) }

  private mutating func pagination(of page: PlannedPage) -> Value {
    guard let pagination = page.pagination else { return .none }
    let book = model.writer.links.book
    let pages = list(pagination.offered) { layout, number in
      [.int(number), layout.text(book.address(pagination.pages[number - 1]))]
    } of: {
      $0.paginationPage
    }
    let fields: [Value] = [
      .int(pagination.number), .int(pagination.pages.count),
      pagination.previous.map { text(book.address($0)) } ?? .none,
      pagination.next.map { text(book.address($0)) } ?? .none, pages,
    ]
    return builder.record(model.schema.types.pagination, fields)
  }

  private mutating func list<Source>(
    _ sources: [Source], _ fields: (inout PageLayout, Source) -> [Value],
    of type: (ModelTypes) -> RecordTypeID
  ) -> Value {
    let type = type(model.schema.types)
    let records = sources.map { source in
      let values = fields(&self, source)
      return builder.record(type, values)
    }
    return builder.list(records)
  }
}
