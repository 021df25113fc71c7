import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("aims", "aim"), ("sponser", "sponsors"), ("Title", "title"), ("stauts", "status"),
    ("ended_", "ended"),
  ])
  func findsTheLikelyName(misspelt: String, expected: String) {
    let keys = ["id", "title", "status", "aim", "question", "sponsors", "ended"]
    #expect(NearestName.find(misspelt, among: keys) == expected)
  }

  @Test func staysSilentWhenNothingIsNear() {
    #expect(NearestName.find("lifecycle", among: ["id", "title", "aim"]) == nil)
  }

  @Test func neverOffersTheNameItself() {
    #expect(NearestName.find("aim", among: ["aim"]) == nil)
  }

  @Test func neverOffersANameWithNothingInCommon() {
    #expect(NearestName.find("x", among: ["y", "id"]) == nil)
  }
}
