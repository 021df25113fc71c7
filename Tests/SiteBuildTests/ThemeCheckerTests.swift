import Files
import Foundation
import SiteBuild
import Testing

/// What an author of templates is told without building the site.
@Suite struct ThemeCheckerTests {
  private func check(_ files: [String: String]) throws -> String {
    let site = try SampleSite(files)
    return try ThemeChecker(site: Folder(site.folder.path)).check().text()
  }

  @Test func theBuiltInThemeIsFine() throws {
    #expect(try check([:]) == "")
  }

  @Test func everyFaultOfEveryFileIsToldOnce() throws {
    let text = try check([
      "templates/partials/header.html": "{{ site.nam }}",
      "templates/components/figure.html": "{% macro figure(a: strng) %}{{ a }}{% endmacro %}",
      "templates/leftover.html": "{{ page.titel }}{{ given_by_whoever_includes_it }}",
    ])
    #expect(
      text == """
        templates/components/figure.html:1:20: error: unknown type 'strng' (did you mean 'string'?) [unknown-type]
          1 | {% macro figure(a: strng) %}{{ a }}{% endmacro %}
            |                    ^~~~~

        templates/leftover.html:1:9: error: page has no field 'titel' (did you mean 'title'?) [unknown-field]
          1 | {{ page.titel }}{{ given_by_whoever_includes_it }}
            |         ^~~~~

        templates/partials/header.html:1:9: error: site has no field 'nam' (did you mean 'name'?) [unknown-field]
          1 | {{ site.nam }}
            |         ^~~
        templates/layouts/base.html:31:1: note: included from here
          31 | {% include 'partials/header.html' %}
             | ^~~~~~~~~~
        templates/home.html:1:12: note: extended from here
          1 | {% extends 'layouts/base.html' %}
            |            ^~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test func templatesOfPagesThatTheSiteLacksAreChecked() throws {
    let text = try check(["templates/story.html": "{{ story.titel }}"])
    #expect(
      text == """
        templates/story.html:1:10: error: story has no field 'titel' (did you mean 'title'?) [unknown-field]
          1 | {{ story.titel }}
            |          ^~~~~

        """)
  }

  @Test func warningsAreTold() throws {
    let text = try check([
      "templates/blog.html": "{% set n = 0 %}{% for p in posts %}{% set n = 1 %}{% endfor %}{{ n }}"
    ])
    #expect(
      text == """
        templates/blog.html:1:43: warning: 'set n' in a loop does not change the outer 'n'; use namespace() [set-in-loop]
          1 | {% set n = 0 %}{% for p in posts %}{% set n = 1 %}{% endfor %}{{ n }}
            |                                           ^

        """)
  }

  @Test func settingsThatCannotBeReadAreTold() throws {
    let text = try check(["content/site.yaml": "name: Notes\nbase-url: 7\n"])
    #expect(
      text == """
        content/site.yaml:2:11: error: 'base-url' must be an address such as https://notes.example.org/, not '7' [S03]
          2 | base-url: 7
            |           ^

        """)
  }

  @Test func aFolderOfTemplatesNeedsNoSite() throws {
    let site = try SampleSite(["theme/post.html": "{{ post.titel }}"])
    let folder = Folder(site.folder.appending(path: "theme").path)
    let report = try ThemeChecker(templates: folder).check()
    #expect(
      report.text() == """
        templates/post.html:1:9: error: post has no field 'titel' (did you mean 'title'?) [unknown-field]
          1 | {{ post.titel }}
            |         ^~~~~

        """)
  }
}
