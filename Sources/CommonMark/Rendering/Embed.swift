/// Something that raw HTML makes a page load when it is opened.
public struct Embed: Sendable, Hashable {
  /// The element's name in lower case, such as `script`.
  public let element: String
  /// Where it is loaded from, as written.
  public let address: String
  /// The place of the element's opening tag in the file.
  public let span: Range<Int>
}

extension HTMLRenderer {
  /// The attributes by which elements name what a page loads.
  private static let loadingAttributes: [String: String] = [
    "audio": "src", "embed": "src", "iframe": "src", "img": "src", "link": "href",
    "object": "data", "script": "src", "source": "src", "track": "src", "video": "src",
  ]

  /// Notes what raw HTML that is written as it is makes a page load.
  mutating func noteEmbeds(in node: Node) {
    var places = LiteralMapper(node: node, in: tree)
    var scanner = RawHTMLScanner(bytes: tree.pool, range: node.text.range)
    while let part = scanner.next() {
      guard case .tag(let tag) = part, !tag.isClosing,
        let name = Self.loadingAttributes[tag.name],
        let value = tag.attributes.first(where: { $0.name == name })?.value
      else { continue }
      derived.embeds.append(
        Embed(
          element: tag.name, address: String(decoding: tree.pool[value], as: UTF8.self),
          span: places.span(of: tag.range).range))
    }
  }
}
