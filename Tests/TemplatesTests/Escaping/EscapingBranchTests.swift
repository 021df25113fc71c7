import Templates
import Testing

/// What may differ between the branches of a template.
@Suite struct EscapingBranchTests {
  /// Returns the rule that text, branches and text break, or `nil`.
  private func brokenRule(_ before: String, _ branches: [String], _ after: String) -> String? {
    do {
      let start = try scan(before)
      var joined = try scan(branches[0], from: start)
      for branch in branches.dropFirst() {
        joined = try joined.join(try scan(branch, from: start))
      }
      _ = try EscapedTemplate(after, start: joined).render(["x"])
      return nil
    } catch let refusal as EscapeRefusal {
      return refusal.rule
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("<p", [" class='a'", ""], ">{{}}"),
    ("<p", [" class='a'", ""], " id='{{}}'>"),
    ("<p ", ["class='a' ", ""], "id='{{}}'>"),
    ("<p ", ["class='a'", ""], ">"),
    ("<input", [" checked", ""], " name='{{}}'>"),
    ("<input", [" checked", " disabled", " a=b c"], "/>"),
    ("<br", ["/", " ", ""], ">{{}}"),
    ("<a ", ["href", "src"], "='{{}}'>"),
    ("<h", ["1", "2"], ">{{}}"),
    ("<p title='", ["a", ""], "{{}}'>"),
    ("<p title=", ["'a'", "\"b\""], " id='{{}}'>"),
    ("<a href='", ["/a", "https://b/", ""], "{{}}'>"),
    ("<a href='", ["/a", "/b?c=d"], "?{{}}'>"),
    ("<a href='", ["/a?b", "/c?d"], "={{}}'>"),
    ("<img srcset='", ["/a 1x, ", ""], "{{}}'>"),
    ("<meta content='", ["0;url=", ""], "{{}}'>"),
    ("<script>f(", ["1", "a"], ", {{}})</script>"),
    ("<script>f(", ["'a'", "/b/g", "c.d", "(e)", "[]", "g++", ""], ", {{}})</script>"),
    ("<script>f(", ["a", "b +"], " /* c */ {{}})</script>"),
    ("<script>", ["if (a) {", "while (b) {"], " c({{}}) }</script>"),
    ("<script>f('", ["a", ""], "{{}}')</script>"),
    ("<script type='", ["module", "text/plain"], "'>{{}}</script>"),
    ("<style>p { ", ["a: b;", ""], "c: {{}} }</style>"),
    ("<p style='", ["a: b", ""], "; c: {{}}'>"),
    ("<p style='a: ", ["b", "1px"], " {{}}'>"),
    ("<p", [" title='a", " class='b"], "{{}}'>"),
    ("", ["<p>", "<p><b>", "</p>"], "{{}}"),
    ("<!--", [" a", ""], " -->{{}}"),
  ])
  func branchesThatMeetAreJoined(before: String, branches: [String], after: String) {
    #expect(brokenRule(before, branches, after) == nil)
  }

  @Test(arguments: [
    ("<a href='", ["'>", ""], "'>", "branches-differ"),
    ("", ["<p ", ""], ">", "branches-differ"),
    ("<p", [" class='a'", ""], "id='b'>", "space-missing"),
    ("<input", [" checked", ""], "='x'>", "space-missing"),
    ("<a ", ["href", "title"], "='x'>", "space-missing"),
    ("<a ", ["href", "src"], "doc='x'>", "space-missing"),
    ("<a ", ["href ", ""], "='x'>", "attribute-without-name"),
    ("<", ["script", "p"], ">", "branches-differ"),
    ("<", ["scr", "x"], "ipt>", "branches-differ"),
    ("<p", [" title='a", " href='b"], "'>", "branches-differ"),
    ("<!-- ", ["a", "b --"], "-->", "branches-differ"),
    ("<p title=", ["'a", "\"b"], "'>", "branches-differ"),
    ("<a href='", ["/a", "/b?c="], "{{}}'>", "ambiguous-url"),
    ("<a href='", ["", "?c="], "{{}}'>", "ambiguous-url"),
    ("<a href='", ["java", ""], "script:{{}}'>", "scheme-from-value"),
    ("<a href='", ["javascript:", "/"], "{{}}'>", "value-in-script-url"),
    ("<script>f(", ["a", "b +"], " / c)</script>", "ambiguous-slash"),
    ("<script>f(", ["'a", "b"], ")</script>", "branches-differ"),
    ("<script>", ["// a", ""], "\n</script>", "branches-differ"),
    ("<script>f(", ["a /", "b"], " c)</script>", "branches-differ"),
    ("<script>`${", ["{", ""], "`</script>", "branches-differ"),
    ("<style>p { ", ["a: ", ""], "{{}} }</style>", "value-in-style-property"),
    ("<style>p ", ["{", ""], "a: b }</style>", "branches-differ"),
    ("<style>p { a: ", ["'", ""], "b }</style>", "branches-differ"),
    ("<", ["title>", "textarea>"], "</title>", "branches-differ"),
  ])
  func branchesThatPartAreRefused(
    before: String, branches: [String], after: String, rule: String
  ) {
    #expect(brokenRule(before, branches, after) == rule)
  }

  @Test(arguments: [
    ("<ul>", "<li>{{}}</li>"), ("<a href='/a?b=c", "&{{}}={{}}"), ("<a href='", "{{}}"),
    ("<p class='", "{{}} "), ("<script>f([", "{a: {{}}, b: '{{}}'},"), ("<script>f(", "({{}}"),
    ("<img srcset='", "{{}} {{}}w, "), ("<p style='", "a: {{}};"), ("<p style='a: ", "{{}}, "),
    ("<p", " a='{{}}'"), ("<script>", "if ({{}}) /a/.b();"),
  ])
  func loopSettlesWithinFewRounds(before: String, body: String) throws {
    var context = try scan(before)
    for _ in 0..<3 {
      var end = context
      for (index, text) in EscapedTemplate(body).texts.enumerated() {
        if index > 0 { end = try end.placement().after }
        end = try scan(text, from: end)
      }
      context = try context.join(end)
    }
    #expect(try context.join(context) == context)
    var end = context
    for (index, text) in EscapedTemplate(body).texts.enumerated() {
      if index > 0 { end = try end.placement().after }
      end = try scan(text, from: end)
    }
    #expect(try context.join(end) == context)
  }

  @Test func messageNamesBothEnds() throws {
    let first = try scan("<a href=\"/a?b")
    let second = try scan("<script>f('")
    let refusal = #expect(throws: EscapeRefusal.self) { try first.join(second) }
    #expect(
      refusal?.message
        == "every branch must end in the same place: one ends in the query of a URL "
        + "in an attribute's value, another in a string of a script")
  }
}
