public import CommonMark
public import GregorianCalendar

/// A page that stands by itself, such as the accessibility statement.
public struct Page: Sendable {
  public let header: EntityHeader
  public let id: ID<Page>
  public let title: String
  public let summary: String?
  public let updated: CalendarDay?
  public let body: MarkdownDocument
}
