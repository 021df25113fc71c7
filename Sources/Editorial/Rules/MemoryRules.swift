internal import Content
internal import Diagnostics

/// What published editions showed, against what the files say now.
struct MemoryRules {
  let site: Site

  func findings() -> [Finding] {
    site.published.flatMap { shown in
      site.editions[shown.id].map { changedDates($0, shown) + changedValues($0, shown) } ?? []
    }
  }

  private func changedDates(_ edition: Edition, _ shown: PublishedEdition) -> [Finding] {
    shown.stages.compactMap { stage in
      guard let project = site.projects[stage.project] else { return nil }
      let now = project.lifecycle(asAt: edition.period.value.last).filter {
        $0.stage.value == stage.stage
      }
      // The parts of a stage are intervals of their own, so one of several may be the one shown.
      if now.contains(where: { $0.from.value == stage.from && $0.to.value == stage.to }) {
        return nil
      }
      let nearest =
        now.first { $0.from.value == stage.from || $0.to.value == stage.to } ?? now.first
      let dates = nearest.map { "\($0.from.value) to \($0.to.value)" } ?? "nothing"
      let place = nearest?.from.span ?? project.header.origin.location(ofKey: "lifecycle").span
      return Finding(
        .l11,
        "\(shown.id) showed \(stage.stage) from \(stage.from) to \(stage.to), the file now says"
          + " \(dates); add a correction to the edition, then 'gazette remember \(shown.id)'",
        at: project.header.origin.location(place), subject: project.id.text)
    }
  }

  private func changedValues(_ edition: Edition, _ shown: PublishedEdition) -> [Finding] {
    shown.figures.compactMap { figure in
      let now = site.observations.filter {
        $0.metric.value == figure.metric && $0.period.value == figure.period
          && $0.item == figure.item
      }
      // Another edition may have stated another value since, which leaves this one's as it was.
      let own = now.first { $0.edition.value == edition.id } ?? now.first
      if let own, own.value.value == figure.value, own.qualifier == figure.qualifier { return nil }
      let stated = figure.qualifier.prefix + figure.value.description
      let value = own.map { $0.qualifier.prefix + $0.value.value.description } ?? "nothing"
      return Finding(
        .m07,
        "\(shown.id) stated \(stated), the file now says \(value); add a correction to the"
          + " edition, then 'gazette remember \(shown.id)'",
        at: own.map { $0.origin.location($0.value.span) }
          ?? edition.header.origin.location(ofKey: "id"),
        subject: own?.subject ?? "\(figure.metric) \(figure.period)")
    }
  }
}
