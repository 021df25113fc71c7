internal import Content
internal import GregorianCalendar

/// A page to render: what it is about and what every page says of itself.
///
/// A class, though it never changes, as it is handed about much more often than it is read.
final class PlannedPage: Sendable {
  let kind: PageKind
  let permalink: Permalink
  let title: String
  /// A sentence for search engines and cards.
  let summary: String?
  /// The way from the home page, without the page itself.
  let breadcrumbs: [Breadcrumb]
  let subject: Subject
  /// The day its content last changed, as far as the content says.
  let updated: CalendarDay?
  /// A BCP 47 tag; the site's language when `nil`.
  let language: String?
  let pagination: Pagination?

  init(
    kind: PageKind, permalink: Permalink, title: String, summary: String? = nil,
    breadcrumbs: [Breadcrumb] = [], subject: Subject = .none, updated: CalendarDay? = nil,
    language: String? = nil, pagination: Pagination? = nil
  ) {
    self.kind = kind
    self.permalink = permalink
    self.title = title
    self.summary = summary
    self.breadcrumbs = breadcrumbs
    self.subject = subject
    self.updated = updated
    self.language = language
    self.pagination = pagination
  }

  /// What a page is about.
  enum Subject: Sendable, Hashable {
    case none
    case edition(ID<Edition>)
    /// The page of an edition that is made for its boards.
    case board(ID<Edition>)
    case quarter(Period)
    case project(ID<Project>)
    case story(ID<ImpactStory>)
    case event(ID<Event>)
    case post(ID<Post>)
    case page(ID<Page>)
    case taxonomy(Taxonomy)
    case term(Taxonomy, id: String)
  }

  struct Breadcrumb: Sendable, Hashable {
    let title: String
    let permalink: Permalink
  }
}

/// One page of a list that is cut into several.
struct Pagination: Sendable, Hashable {
  /// From 1.
  let number: Int
  /// The addresses of all pages of the list, in order.
  let pages: [Permalink]
  /// Which entries of the list this page shows.
  let range: Range<Int>

  /// The numbers of the pages that a reader is offered: the ends and those nearby.
  var offered: [Int] {
    let nearby = max(1, number - 3)...min(pages.count, number + 3)
    return ([1] + Array(nearby) + [pages.count]).reduce(into: []) { numbers, number in
      if numbers.last != number, !numbers.contains(number) { numbers.append(number) }
    }
  }

  var previous: Permalink? { number > 1 ? pages[number - 2] : nil }
  var next: Permalink? { number < pages.count ? pages[number] : nil }

  /// Cuts a list of `count` entries into pages of `size`; an empty list still has one page.
  static func pages(of count: Int, size: Int, at base: [String]) -> [Pagination] {
    let total = max(1, (count + size - 1) / size)
    let addresses = (1...total).map { number in
      Permalink(page: number == 1 ? base : base + ["page", String(number)])
    }
    return (1...total).map { number in
      let start = (number - 1) * size
      return Pagination(
        number: number, pages: addresses, range: min(start, count)..<min(start + size, count))
    }
  }
}
