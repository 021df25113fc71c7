import Content
import Testing

@Suite struct HeadingWordingTests {
  @Test(arguments: [
    ("What's next", "what's next"),
    ("  WHAT'S \t\n NEXT\r\n", "what's next"),
    ("What’s\u{A0}next", "what's next"),
    ("“Done” – ÉTÉ", "\"done\" – été"),
    ("[Done] @ 5_Z", "[done] @ 5_z"),
    ("", ""), (" \t", ""),
  ])
  func caseSpacesAndQuotesMakeNoDifference(_ heading: String, _ folded: String) {
    #expect(HeadingWording.folded(heading) == folded)
  }
}
