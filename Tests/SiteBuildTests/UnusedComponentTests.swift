import Content
import Files
import Foundation
import Templates
import Testing

@testable import SiteBuild

/// Components that no text calls are not compiled, where they are known to be right.
@Suite struct UnusedComponentTests {
  private func sources(_ files: [String: String] = [:]) throws -> SiteSources {
    let site = try SampleSite(files)
    return try SiteReader(source: Folder(site.folder.path)).open().read([])
  }

  private static let all: Set = [
    "events", "glossary", "impact", "metrics", "note", "past-work", "projects", "term",
  ]

  @Test func theBuiltInThemesAreLeftOut() throws {
    #expect(try sources().unusedComponents(besides: []) == Self.all)
    let ownPages = try sources(["templates/page.html": "{{ page.content }}"])
    #expect(ownPages.unusedComponents(besides: []) == Self.all)
  }

  @Test func thoseThatTextsCallAreCompiled() throws {
    let unused = try sources().unusedComponents(besides: ["term", "figure"])
    #expect(unused == Self.all.subtracting(["term"]))
  }

  @Test(arguments: ["partials/events.html", "components/own.html"])
  func allAreCompiledWhereTheSiteHasPartsOfItsOwn(_ name: String) throws {
    #expect(try sources(["templates/\(name)": "x"]).unusedComponents(besides: []) == [])
  }

  /// What `BuiltInTheme.parts` says, by which a site's own templates are told from others.
  @Test(arguments: [WhiteSpaceControl.keep, .lines])
  func theBuiltInThemesAreRightAndMadeOfPartsAlone(_ whiteSpace: WhiteSpaceControl) throws {
    let model = TemplateModel()
    let set = TemplateSet(try sources().templates, whiteSpace: whiteSpace)
    let compilation = ThemeCompilation(
      set, kinds: Set(PageKind.allCases), schema: model.schema, host: model.host(nil))
    #expect(compilation.diagnostics == [])
    #expect(Set(compilation.pages.keys) == Set(PageKind.allCases))
    #expect(Set(compilation.components.keys) == Self.all)
    let used = compilation.componentAccesses.values.reduce(into: Set<String>()) {
      $0.formUnion($1.templates)
      $0.formUnion($1.missingTemplates)
    }
    #expect(used.filter { name in !BuiltInTheme.parts.contains(where: name.hasPrefix) } == [])
    #expect(!used.isEmpty)
  }

  @Test func aCallThatIsAddedIsShown() async throws {
    let site = try SampleSite([
      "content/glossary.yaml": "- group: A\n  terms: [{abbreviation: DEC, full: Data Committee}]\n",
      "content/pages/a.md": "# A\n\nText.\n",
      "templates/page.html": "{{ page.content }}",
    ])
    #expect(try await site.build().text() == "")
    try site.write("content/pages/a.md", "# A\n\nThe :term[DEC].\n")
    #expect(try await site.build().text() == "")
    #expect(
      try site.text("a/index.html") == """
        <p>The <a class="term" href="/glossary/#dec">DEC</a>.</p>

        """)
  }
}
