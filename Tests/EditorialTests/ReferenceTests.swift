import Editorial
import Foundation
import Testing

/// The reference page of the rules.
@Suite struct ReferenceTests {
  @Test func thePageIsWhatTheCatalogueSays() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/rules.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text == RuleReference.markdown(), "run: gazette rules > docs/rules.md")
  }
}
