import Formats
import Testing

@Suite struct JSONWriterTests {
  private func write(_ json: inout JSONWriter) {
    json.member("z", 1)
    json.member("a", .optional(nil))
    json.object("empty") { _ in }
    json.array("list") { json in
      json.value("x")
      json.value(true)
      json.array { _ in }
      json.object { json in json.member("k\"", .text("v")) }
      json.array { json in json.value(-2) }
    }
  }

  @Test func membersKeepTheirOrder() {
    #expect(
      String(decoding: JSONWriter.object(write), as: UTF8.self)
        == #"{"z":1,"a":null,"empty":{},"list":["x",true,[],{"k\"":"v"},[-2]]}"#)
  }

  @Test func layoutForPeopleHasOneItemALine() {
    #expect(
      String(decoding: JSONWriter.object(layout: .indented, write), as: UTF8.self) == #"""
        {
          "z": 1,
          "a": null,
          "empty": {},
          "list": [
            "x",
            true,
            [],
            {
              "k\"": "v"
            },
            [
              -2
            ]
          ]
        }

        """#)
  }

  @Test(
    arguments: [
      (.file, #"["</script>&\u0000\t\n\r\\\"é🎉\u001f\u007f"]"#),
      (.script, #"["\u003c/script\u003e\u0026\u0000\t\n\r\\\"é🎉\u001f\u007f"]"#),
    ] as [(JSONWriter.Place, String)])
  func textIsEscapedForItsPlace(place: JSONWriter.Place, expected: String) {
    let bytes = JSONWriter.array(place: place) { json in
      json.value("</script>&\u{0}\t\n\r\\\"é🎉\u{1F}\u{7F}")
    }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func emptyDocuments() {
    #expect(JSONWriter.object { _ in } == Array("{}".utf8))
    #expect(JSONWriter.array(layout: .indented) { _ in } == Array("[]\n".utf8))
  }
}
