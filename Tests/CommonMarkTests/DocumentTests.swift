import CommonMark
import Testing

@Suite struct DocumentTests {
  @Test func derivedValuesFollowTheText() {
    let text = """
      # Title – one

      First *paragraph* with "DEC", ISPs and [a link](../x.md "T") to read.

      ![Alt](a.png) <https://e.org> ::x `CODE` 2b Q1

      ::metrics{channel=blog}
      """
    let document = MarkdownDocument(
      parsing: MarkdownSource(file: "a.md", bytes: Array(text.utf8)))
    #expect(
      document.headings == [Heading(level: 1, id: "title-one", text: "Title – one", span: 0..<15)])
    #expect(document.excerpt == "First paragraph with “DEC”, ISPs and a link to read.")
    #expect(document.wordCount == 17)
    #expect(document.readingMinutes == 1)
    #expect(document.firstImage?.destination == "a.png")
    #expect(document.links.map(\.destination) == ["../x.md", "https://e.org"])
    #expect(document.links.map(\.kind) == [.site, .external])
    #expect(document.links[0].text == "a link")
    #expect(document.abbreviations.map(\.text) == ["DEC", "ISP", "Q1"])
    #expect(document.directives.map(\.name.text) == ["metrics"])
    #expect(document.anchors == ["title-one"])
    let bytes = Array(text.utf8)
    let spans = document.abbreviations.map(\.span) + document.links.map(\.span)
    #expect(
      spans.map { String(decoding: bytes[$0], as: UTF8.self) } == [
        "DEC", "ISP", "Q1", "[a link](../x.md \"T\")", "<https://e.org>",
      ])
  }

  @Test func longExcerptsAreCutAtAWord() {
    let text = String(repeating: "wörter, ", count: 60)
    let document = MarkdownDocument(parsing: MarkdownSource(file: "a", bytes: Array(text.utf8)))
    #expect(document.excerpt == String(repeating: "wörter, ", count: 30) + "wörter…")
  }

  @Test func piecesAreRunsAndHolesInOrder() {
    let text = "A [b](c) DEC\n\n:::note\nx :t[Y]\n:::\nend\n"
    let fragment = MarkdownDocument(
      parsing: MarkdownSource(file: "a", bytes: Array(text.utf8))
    ).html
    var pieces: [String] = []
    fragment.forEachPiece { pieces.append(describe($0)) }
    #expect(
      pieces == [
        "<p>A <a ", "link c", ">b</a> ", "word DEC", "</p>\n", "start note 4", "<p>x ",
        "directive t Y", "</p>\n", "end", "\n<p>end</p>\n",
      ])
    var inside: [String] = []
    fragment.forEachPiece(inContainerAt: 2) { inside.append(describe($0)) }
    #expect(inside == ["<p>x ", "directive t Y", "</p>\n"])
  }

  private func describe(_ piece: HTMLFragment.Piece) -> String {
    switch piece {
    case .run(let bytes): String(decoding: bytes, as: UTF8.self)
    case .hole(.link(let link)): "link \(link.destination)"
    case .hole(.image(let image)): "image \(image.destination)"
    case .hole(.abbreviation(let word)): "word \(word.text)"
    case .hole(.directive(let directive)):
      "directive \(directive.name.text) \(directive.label?.text ?? "")"
    case .hole(.containerStart(let directive, let end)): "start \(directive.name.text) \(end)"
    case .hole(.containerEnd): "end"
    }
  }
}
