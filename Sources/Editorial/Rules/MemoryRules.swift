internal import Content
internal import Diagnostics

/// What published editions showed, against what the files say now.
struct MemoryRules {
  let site: Site
  let published: [PublishedEdition]

  func findings() -> [Finding] { published.flatMap { changedDates($0) + changedValues($0) } }

  private func changedDates(_ shown: PublishedEdition) -> [Finding] {
    guard let month = site.editions[shown.id]?.period.value.last else { return [] }
    return shown.stages.compactMap { stage in
      guard let project = site.projects[stage.project] else { return nil }
      let now = project.lifecycle(asAt: month).first { $0.stage.value == stage.stage }
      guard now?.from.value != stage.from || now?.to.value != stage.to else { return nil }
      let dates = now.map { "\($0.from.value) to \($0.to.value)" } ?? "nothing"
      return Finding(
        .l11,
        "\(shown.id) showed \(stage.stage) from \(stage.from) to \(stage.to), the file now says"
          + " \(dates); add a correction to the edition",
        at: project.header.origin.location(
          now?.from.span ?? project.header.origin.location(ofKey: "lifecycle").span),
        subject: project.id.text)
    }
  }

  private func changedValues(_ shown: PublishedEdition) -> [Finding] {
    shown.figures.compactMap { figure in
      let now = site.observations.first {
        $0.metric.value == figure.metric && $0.period.value == figure.period
          && $0.item == figure.item
      }
      guard let now, now.value.value != figure.value else { return nil }
      return Finding(
        .m07,
        "\(shown.id) stated \(figure.value), the file now says \(now.value.value); add a"
          + " correction to the edition",
        at: now.origin.location(now.value.span), subject: now.subject)
    }
  }
}
