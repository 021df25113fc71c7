/// All figures of a quarter that editions report, by evaluation level.
package struct QuarterReport: Sendable {
  package let period: Period
  /// The editions that report the quarter, oldest first.
  package let editions: [Edition]
  /// In the order of the settings; levels without a figure are left out.
  package let levels: [Level]

  /// One rung of the evaluation ladder.
  package struct Level: Sendable {
    /// As printed.
    package let name: String
    /// In the order of the register.
    package let figures: [Figures]
  }

  /// What is known of one metric in the quarter.
  package struct Figures: Sendable {
    package let metric: Metric
    /// Values stated for the quarter as a whole.
    package let stated: [Observation]
    /// Values stated for shorter periods in it, by period.
    package let parts: [Observation]
    package let comparisons: [Comparison]
    package let worked: WorkedValue

    /// The stated value for the quarter as a whole, when it is of nothing single.
    package var total: Observation? { stated.first { $0.item == nil } }
  }
}

extension Site {
  /// The quarters that editions report, oldest first.
  package var reportedQuarters: [Period] {
    Set(editions.compactMap { $0.reportsQuarter?.value }).sorted()
  }

  /// The report of a quarter: everything on file that was counted in it.
  package func quarterReport(_ period: Period) -> QuarterReport {
    let figures = metrics.compactMap { self.figures(of: $0, in: period) }
    let known = settings.evaluation.levels
    let other = figures.map(\.metric.level.value).filter { id in !known.contains { $0.id == id } }
    let ids = known.map { (id: $0.id, name: $0.name) } + Set(other).sorted().map { ($0, $0) }
    let levels = ids.compactMap { id, name -> QuarterReport.Level? in
      let own = figures.filter { $0.metric.level.value == id }
      return own.isEmpty ? nil : QuarterReport.Level(name: name, figures: own)
    }
    return QuarterReport(
      period: period, editions: editions.filter { $0.reportsQuarter?.value == period },
      levels: levels)
  }

  private func figures(of metric: Metric, in quarter: Period) -> QuarterReport.Figures? {
    let values = observations.filter {
      $0.metric.value == metric.id && quarter.contains($0.period.value)
    }
    let changes = comparisons.filter {
      $0.metric.value == metric.id && quarter.contains($0.period.value)
    }
    let worked = workedValue(of: metric, in: quarter)
    // Nothing stated and no event held is nothing to report.
    guard !values.isEmpty || !changes.isEmpty || (worked.number?.units ?? 0) > 0 else { return nil }
    return QuarterReport.Figures(
      metric: metric, stated: values.filter { $0.period.value == quarter },
      parts: values.filter { $0.period.value != quarter }
        .enumerated().sorted {
          ($0.element.period.value, $0.offset) < ($1.element.period.value, $1.offset)
        }
        .map(\.element),
      comparisons: changes, worked: worked)
  }
}
