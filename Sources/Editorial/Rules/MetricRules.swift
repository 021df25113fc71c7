internal import Content
internal import Diagnostics
internal import GregorianCalendar

/// Figures and comparisons.
struct MetricRules {
  let site: Site

  func findings() -> [Finding] {
    wrongUnits() + withoutValues() + withoutPeriod() + beforeTheStart() + missingMonths()
      + forbiddenSums() + quartersAgainstMonths()
  }

  /// The unit that a derived metric's derivation gives it.
  private func wrongUnits() -> [Finding] {
    site.metrics.compactMap { metric in
      let expected: String
      switch metric.derived {
      case .eventCount: expected = "events"
      // Words for people are another rule's.
      case .attendanceSum, nil: return nil
      }
      guard metric.unit.lowercased() != expected else { return nil }
      return Finding(
        .m01,
        "what '\(metric.derived?.rawValue ?? "")' gives is counted in \(expected), not in"
          + " '\(metric.unit)'",
        at: metric.origin.location(ofValue: "unit"), subject: metric.id.text)
    }
  }

  private func hasValue(_ metric: ID<Metric>, in period: Period?) -> Bool {
    guard let period else { return false }
    return site.observations.contains { $0.metric.value == metric && $0.period.value == period }
  }

  private func withoutValues() -> [Finding] {
    site.comparisons.filter {
      !hasValue($0.metric.value, in: $0.period.value) && !hasValue($0.metric.value, in: $0.against)
    }.map { comparison in
      Finding(
        .m02,
        "a change is stated but no value for either period; add an observation of"
          + " \(comparison.metric.value)",
        at: comparison.origin.location(comparison.metric.span),
        subject: comparison.metric.value.text)
    }
  }

  private func withoutPeriod() -> [Finding] {
    site.comparisons.compactMap { comparison in
      let label = comparison.againstLabel.map { ComparisonLabel($0) }
      guard let problem = Self.problem(label, hasPeriod: comparison.against != nil) else {
        return nil
      }
      return Finding(
        .m03, problem, at: comparison.origin.location(comparison.metric.span),
        subject: comparison.metric.value.text)
    }
  }

  private static func problem(_ label: ComparisonLabel?, hasPeriod: Bool) -> String? {
    let fix = hasPeriod ? "" : "; fill 'against' with months such as 2020-07/2020-09"
    switch (hasPeriod, label) {
    case (true, let label?) where label.isAmbiguous:
      return "printed label \"\(label.text)\" has more than one reading; name the months"
    case (true, _): return nil
    case (false, nil): return "no period to compare with" + fix
    case (false, let label?):
      let readings = label.isAmbiguous ? " has more than one reading" : ""
      return "no period to compare with; printed label \"\(label.text)\"\(readings)" + fix
    }
  }

  private func beforeTheStart() -> [Finding] {
    site.comparisons.compactMap { comparison in
      guard let since = site.metrics[comparison.metric.value]?.since else { return nil }
      let last = comparison.period.value.last
      let months = comparison.againstLabel.flatMap { ComparisonLabel($0).months }
      guard let base = comparison.against?.first ?? months.map({ last.advanced(by: -$0) }),
        base < since
      else { return nil }
      return Finding(
        .m04, "the change is measured from \(base), but there is nothing to count before \(since)",
        at: comparison.origin.location(comparison.metric.span),
        subject: comparison.metric.value.text)
    }
  }

  private func missingMonths() -> [Finding] {
    Set(site.editions.compactMap(\.reportsQuarter?.value)).sorted().flatMap { quarter in
      site.metrics.flatMap { metric -> [Finding] in
        let values = site.observations.filter { $0.metric.value == metric.id }
        let inside = values.filter {
          $0.period.value.monthCount < quarter.monthCount && quarter.contains($0.period.value)
        }
        guard let last = inside.last, !values.contains(where: { $0.period.value == quarter }) else {
          return []
        }
        let covered = Set(inside.flatMap(\.period.value.months))
        return quarter.months.filter { !covered.contains($0) }.map { month in
          Finding(
            .m05,
            "no value for \(month), a month inside the quarter reported; add the figure, or 0"
              + " with a note",
            at: last.origin.location(last.period.span), subject: "\(metric.id) \(month)")
        }
      }
    }
  }

  private func forbiddenSums() -> [Finding] {
    site.metrics.filter { $0.derived == .attendanceSum && !$0.isAdditive }.map { metric in
      Finding(
        .m06,
        "only additive metrics are summed; \(metric.id) is 'additive: false' and 'derived:"
          + " \(Metric.Derivation.attendanceSum.rawValue)'",
        at: metric.origin.location(ofValue: "derived"), subject: metric.id.text)
    }
  }

  private func quartersAgainstMonths() -> [Finding] {
    site.observations.compactMap { observation in
      let period = observation.period.value
      guard period.monthCount > 1, observation.item == nil,
        let metric = site.metrics[observation.metric.value], metric.isAdditive,
        let (sum, missing) = site.monthlySum(of: metric, in: period),
        !observation.agrees(with: sum)
      else { return nil }
      // With months missing, only a sum that is already too much says anything.
      let isTooMuch = sum.doubleValue > observation.value.value.doubleValue
      guard missing.isEmpty || isTooMuch else { return nil }
      return Finding(
        .m08, "stated \(observation.value.value), its months give \(sum)",
        at: observation.origin.location(observation.value.span), subject: observation.subject)
    }
  }
}
