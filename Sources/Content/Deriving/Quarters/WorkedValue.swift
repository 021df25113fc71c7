package import GregorianCalendar

/// What a metric's value for a period comes to when it is worked out, beside what is stated.
package enum WorkedValue: Sendable {
  /// From the events on file that were held.
  case events([Event], Number)
  /// The sum of the values of single months; some months may have none.
  case months(Number, missing: [Month])
  /// There are values to add, and the metric does not allow it.
  case refused
  /// There is nothing to work it out from.
  case none

  package var number: Number? {
    switch self {
    case .events(_, let number), .months(let number, _): number
    case .refused, .none: nil
    }
  }
}

extension Site {
  /// The events of a period that were not called off.
  package func heldEvents(in period: Period) -> [Event] {
    events.filter { !$0.isCancelled && period.contains($0.date) }
  }

  /// Works out a metric's value for a period; sums of what is not additive are refused.
  package func workedValue(of metric: Metric, in period: Period) -> WorkedValue {
    if let derived = metric.derived { return workedValue(of: metric, by: derived, in: period) }
    if metric.isAdditive {
      return monthlySum(of: metric, in: period).map { .months($0.sum, missing: $0.missing) }
        ?? .none
    }
    let parts = observations.count {
      $0.metric.value == metric.id && $0.period.value != period && period.contains($0.period.value)
    }
    return parts > 1 ? .refused : .none
  }

  /// The sum of a metric's values for single months of a period, and the months without one; `nil`
  /// when there is none at all.
  package func monthlySum(
    of metric: Metric, in period: Period
  ) -> (sum: Number, missing: [Month])? {
    let months = observations.filter {
      $0.metric.value == metric.id && $0.item == nil && $0.period.value.monthCount == 1
        && period.contains($0.period.value)
    }
    guard !months.isEmpty else { return nil }
    let covered = Set(months.map(\.period.value.first))
    return (
      months.reduce(Number(units: 0)) { $0 + $1.value.value },
      period.months.filter { !covered.contains($0) }
    )
  }

  private func workedValue(
    of metric: Metric, by derivation: Metric.Derivation, in period: Period
  ) -> WorkedValue {
    let held = heldEvents(in: period)
    switch derivation {
    case .eventCount: return .events(held, Number(units: held.count))
    case .attendanceSum:
      guard metric.isAdditive else { return .refused }
      let sum = held.reduce(0) { $0 + ($1.attendance?.value ?? 0) }
      return .events(held, Number(units: sum))
    }
  }
}

extension Observation {
  /// Whether the stated value, with its qualifier, can be said of a value worked out.
  package func agrees(with worked: Number) -> Bool {
    let difference = (worked + value.value.negated).units
    return switch qualifier {
    case .exact: difference == 0
    case .moreThan: difference > 0
    case .atLeast: difference >= 0
    case .lessThan: difference < 0
    // A tenth is as far as "about" reaches.
    case .about:
      abs(worked.doubleValue - value.value.doubleValue) <= abs(value.value.doubleValue) / 10
    }
  }
}
