internal import Diagnostics

/// The reference page of the rules, made from the catalogue.
package enum RuleReference {
  /// Returns the page as Markdown; `docs/rules.md` is exactly this.
  package static func markdown() -> String {
    let families = RuleCatalogue.families.map(section).joined(separator: "\n")
    return introduction + "\n" + families
  }

  private static let introduction = """
    # Editorial rules

    `gazette check` reports what these rules find. They never stop a preview; a finding is graver or
    milder as the site decides. This page is made by `gazette rules`.

    ## Settings

    In `site.yaml`, a rule may be switched off or on, made graver or milder, or given another limit:

    ```yaml
    rules:
      T01: off
      L03: warning
      L10: {severity: info, sprints: 8}
    ```

    A finding that the authors stand by is waived, with the reason, in the front matter of its file:

    ```yaml
    waive:
      - {rule: L04, because: The board did not meet until June.}
    ```

    Registers have no front matter. Their findings are waived in `site.yaml`, by what they are about:

    ```yaml
    waive:
      - {rule: G02, subject: EPUT, because: It is used in most editions.}
    ```

    A waiver that matches nothing any more is itself reported (W01).

    """

  private static func section(_ family: RuleFamily) -> String {
    "## \(family.title)\n\n" + family.entries.map(entry).joined(separator: "\n")
  }

  private static func entry(_ entry: RuleEntry) -> String {
    let state = entry.isOn ? entry.severity.rawValue : "off; \(entry.severity.rawValue) when on"
    let limit = entry.limit.map { "\n- Limit: `\($0.name)`, \($0.value) unless set" } ?? ""
    return """
      ### \(entry.rule.id)

      \(entry.summary)

      - Severity: \(state)\(limit)
      - Example: \(entry.example)
      - To mend it: \(entry.fix)

      """
  }
}
