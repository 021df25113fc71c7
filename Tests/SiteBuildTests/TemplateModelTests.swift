import Foundation
import SiteBuild
import Testing

/// The reference of the model is what the checker knows.
@Suite struct TemplateModelTests {
  @Test func theReferenceIsTheModel() throws {
    let file = SampleSite.repository.appending(path: "docs/model.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let tables = try #require(text.firstRange(of: "## "))
    #expect(text[tables.lowerBound...] == TemplateModel().markdown(), "run scripts/write-model")
  }

  @Test func everyFieldHasASentence() throws {
    for line in TemplateModel().markdown().split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix(". |") || line.hasSuffix("Is |") || line.hasSuffix("--- |"), "\(line)")
    }
  }

  @Test func everyTemplateWithNamesOfItsOwnIsListed() {
    let text = TemplateModel().text()
    #expect(
      text.hasPrefix(
        """
        Names in every template
          site  site  Who publishes, and everything that is published.
          page  page  The page being rendered.

        Names in edition.html
          edition  edition  The edition.

        """))
  }
}
