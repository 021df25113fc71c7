/// Writes an XML document, one element a line; every element it opens is closed.
struct XMLWriter {
  private(set) var bytes: [UInt8]
  private var depth = 0

  /// An attribute's name and its value, which is escaped when written.
  typealias Attribute = (name: StaticString, value: String)

  init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
  }

  /// Writes an element that holds what `body` writes.
  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], body: (inout XMLWriter) -> Void
  ) {
    startTag(name, attributes)
    append(">\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    endTag(name)
  }

  /// Writes an element that holds text.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    startTag(name, attributes)
    append(">")
    MarkupEscaping.appendText(text, to: &bytes)
    endTag(name)
  }

  /// Writes an element without content.
  mutating func emptyElement(_ name: StaticString, _ attributes: [Attribute]) {
    startTag(name, attributes)
    append("/>\n")
  }

  private mutating func startTag(_ name: StaticString, _ attributes: [Attribute]) {
    indent()
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      MarkupEscaping.appendAttribute(attribute.value, to: &bytes)
      append("\"")
    }
  }

  private mutating func endTag(_ name: StaticString) {
    append("</")
    append(name)
    append(">\n")
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
