extension HTMLFragment {
  /// Returns the HTML with every hole filled plainly, as it is where there is no site: addresses
  /// as written, directives as elements with a class, abbreviations as text.
  public func plainHTML() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + holes.count * 16)
    forEachPiece { piece in
      switch piece {
      case .run(let bytes): output.append(contentsOf: bytes)
      case .hole(let content): Self.fill(content, into: &output)
      }
    }
    return output
  }

  private static func fill(_ content: Content, into output: inout [UInt8]) {
    switch content {
    case .link(let link): append("href", address: link.destination, to: &output)
    case .image(let image): append("src", address: image.destination, to: &output)
    case .abbreviation(let abbreviation): output.append(contentsOf: abbreviation.text.utf8)
    case .directive(let directive):
      open(directive, to: &output)
      output.append(directive.form == .text ? "</span>" : "</div>")
    case .containerStart(let directive, _):
      open(directive, to: &output)
      output.append(0x0A)
    case .containerEnd: output.append("</div>")
    }
  }

  private static func append(_ name: StaticString, address: String, to output: inout [UInt8]) {
    output.append(name)
    output.append("=\"")
    output.appendAddress(address.utf8)
    output.append("\"")
  }

  private static func open(_ directive: Directive, to output: inout [UInt8]) {
    output.append(directive.form == .text ? "<span" : "<div")
    output.append(" class=\"directive-")
    output.appendEscaped(directive.name.text.utf8)
    output.append("\">")
    guard let label = directive.label, !label.html.bytes.isEmpty || !label.html.holes.isEmpty
    else { return }
    if directive.form == .container { output.append("<p class=\"directive-label\">") }
    output.append(contentsOf: label.html.plainHTML())
    if directive.form == .container { output.append("</p>") }
  }
}
