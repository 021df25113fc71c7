/// A value that an edition is the first to state, beside the last one of an earlier period.
package struct FigureChange: Sendable {
  package let metric: Metric
  package let before: Observation
  package let after: Observation

  /// How much more the new value is; `nil` when either is not exact.
  package var difference: Number? {
    guard before.qualifier == .exact, after.qualifier == .exact else { return nil }
    return after.value.value + before.value.value.negated
  }
}

extension Site {
  /// The figures that `later` is the first to state and that were counted before, for the last
  /// earlier period as long, in the order of the file.
  func figureChanges(in later: Edition) -> [FigureChange] {
    let stated = observations.filter { observation in
      editions[observation.edition.value].map { $0.period.value <= later.period.value } ?? false
    }
    return stated.filter { $0.edition.value == later.id }.compactMap { after in
      let earlier = stated.filter {
        $0.metric.value == after.metric.value && $0.item == after.item
          && $0.period.value.monthCount == after.period.value.monthCount
          && $0.period.value.last < after.period.value.first
      }
      guard let metric = metrics[after.metric.value],
        let before = earlier.max(by: { $0.period.value < $1.period.value })
      else { return nil }
      return FigureChange(metric: metric, before: before, after: after)
    }
  }
}
