package import CommonMark
package import GregorianCalendar

/// A page that stands by itself, such as the accessibility statement.
package struct Page: Sendable {
  package let header: EntityHeader
  package let id: ID<Page>
  package let title: String
  package let summary: String?
  package let updated: CalendarDay?
  package let body: MarkdownDocument
}
