package import Content
package import GregorianCalendar

/// What an edition showed when it was published, as the site remembers it.
package struct PublishedEdition: Sendable {
  package let id: ID<Edition>
  package let stages: [ShownStage]
  package let figures: [ShownFigure]

  /// The months of one stage of a project.
  package struct ShownStage: Sendable {
    package let project: ID<Project>
    package let stage: ID<Stage>
    package let from: Month
    package let to: OpenMonth

    package init(project: ID<Project>, stage: ID<Stage>, from: Month, to: OpenMonth) {
      self.project = project
      self.stage = stage
      self.from = from
      self.to = to
    }
  }

  /// One stated value.
  package struct ShownFigure: Sendable {
    package let metric: ID<Metric>
    package let period: Period
    package let item: String?
    package let value: Number

    package init(metric: ID<Metric>, period: Period, item: String?, value: Number) {
      self.metric = metric
      self.period = period
      self.item = item
      self.value = value
    }
  }

  package init(id: ID<Edition>, stages: [ShownStage], figures: [ShownFigure]) {
    self.id = id
    self.stages = stages
    self.figures = figures
  }
}
