/// An HTML page that sends readers on, for hosts that cannot redirect by themselves.
///
/// It works without scripts: a refresh, a canonical address for search engines, and a visible link.
public struct RedirectPage: Sendable, Hashable {
  /// Where readers are sent, at once and by the link.
  public var target: RedirectTarget
  /// The complete address of the target.
  public var canonical: AbsoluteURL
  /// The title of the page, such as `Page moved`.
  public var title: String
  /// The text before the link, such as `This page has moved to`.
  public var lead: String
  /// The text of the link; usually the title of the target.
  public var linkText: String
  /// A language tag such as `en-GB`.
  public var language: String

  /// Makes a page, by default with English words around the link.
  public init(
    target: RedirectTarget, canonical: AbsoluteURL, title: String = "Page moved",
    lead: String = "This page has moved to", linkText: String, language: String = "en-GB"
  ) {
    self.target = target
    self.canonical = canonical
    self.title = title
    self.lead = lead
    self.linkText = linkText
    self.language = language
  }

  /// The page's bytes.
  public func encoded() -> [UInt8] {
    var html = [UInt8]()
    func markup(_ text: StaticString) { text.withUTF8Buffer { html.append(contentsOf: $0) } }
    func text(_ text: String) { MarkupEscaping.appendText(text, to: &html) }
    func attribute(_ text: String) { MarkupEscaping.appendAttribute(text, to: &html) }
    markup("<!DOCTYPE html>\n<html lang=\"")
    attribute(language)
    markup("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    text(title)
    markup("</title>\n<link rel=\"canonical\" href=\"")
    attribute(canonical.text)
    markup("\">\n<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\"")
    markup(" content=\"0; url=")
    attribute(target.reference)
    markup("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    markup("</head>\n<body>\n<main>\n<h1>")
    text(title)
    markup("</h1>\n<p>")
    text(lead)
    markup(" <a href=\"")
    attribute(target.reference)
    markup("\">")
    text(linkText)
    markup("</a>.</p>\n</main>\n</body>\n</html>\n")
    return html
  }
}
