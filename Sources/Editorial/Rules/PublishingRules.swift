internal import Content
internal import Diagnostics

/// What a site must have, and what must not be published.
struct PublishingRules {
  let site: Site
  /// The same site with drafts.
  let drafts: Site

  func findings() -> [Finding] { missingKeys() + drafted() }

  private func missingKeys() -> [Finding] {
    let settings = site.settings
    let wanted: [(name: String, key: String, isThere: Bool)] = [
      ("licence", "licence", settings.licence != nil),
      (
        "accessibility statement", "accessibility-statement",
        settings.accessibilityStatement != nil
      ),
      ("contact", "contact", settings.contact != nil),
    ]
    return wanted.filter { !$0.isThere }.map { name, key, _ in
      Finding(
        .b04, "no \(name); add '\(key)' to site.yaml", at: settings.origin.location(ofKey: "name"),
        subject: name)
    }
  }

  private func drafted() -> [Finding] {
    site.editions.flatMap { edition in
      (edition.projects + edition.pastWork).compactMap { entry -> Finding? in
        guard site.projects[entry.value] == nil, let hidden = drafts.projects[entry.value],
          hidden.header.isDraft
        else { return nil }
        return Finding(
          .b05,
          "\(edition.id) is published and lists the draft '\(entry.value)'; publish that, or"
            + " take it off the list",
          at: edition.header.origin.location(entry.span), subject: entry.value.text)
      }
    } + draftUpdates()
  }

  private func draftUpdates() -> [Finding] {
    drafts.updates.filter { $0.header.isDraft && site.editions[$0.sprint.value] != nil }.map {
      update in
      Finding(
        .b05, "\(update.sprint.value) is published, and this update of it is a draft; publish it",
        at: update.header.origin.location(ofKey: "draft"), subject: update.project.value.text)
    }
  }
}
