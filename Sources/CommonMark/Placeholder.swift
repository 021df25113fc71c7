package struct MarkdownDocument: Sendable { package var firstHeading: String?; package var excerpt: String }
package struct HTMLFragment: Sendable {}
package struct MarkdownOptions: Sendable { package enum RawHTMLPolicy: Sendable { case escape, allowList, allow } }
