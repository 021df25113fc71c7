/// The headings under which a body's sections stand, as headings are compared.
struct SectionWordings: Sendable {
  let done: [String]
  let next: [String]
  let needs: [String]
  /// Over what became of earlier steps.
  let outcomes = ["since last time"]

  init(_ sections: SiteSettings.Sections) {
    done = sections.done.map(HeadingWording.folded)
    next = sections.next.map(HeadingWording.folded)
    needs = sections.needs.map(HeadingWording.folded)
  }
}
