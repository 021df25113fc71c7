internal import GregorianCalendar

extension ProjectChange {
  /// One word for the kind of change, for programs.
  package var kind: String {
    switch self {
    case .added: "added"
    case .unlisted: "unlisted"
    case .ended: "ended"
    case .moved: "moved"
    case .began: "began"
    case .finished: "finished"
    case .joined: "joined"
    case .left: "left"
    }
  }

  /// The change as people read it, such as `Moved from Analysis to Delivery in July 2021.`
  ///
  /// - Parameter ending: What the lifecycle calls a status that ends a project.
  package func sentence(ending: (Project.Status) -> String) -> String {
    switch self {
    case .added(nil): "New in these notes."
    case .added(let stage?): "New in these notes, in \(stage.label)\(Self.since(stage))."
    case .unlisted: "Not in this edition."
    case .ended(let status, let month): "\(ending(status)) in \(month.label)."
    case .moved(let old, let new): "Moved from \(old.label) to \(new.label)\(Self.begun(new))."
    case .began(let stage): "Began \(stage.label)\(Self.begun(stage))."
    case .finished(let stage): "Finished \(stage.label)."
    case .joined(let person, let role): "\(person.name) joined as \(role.rawValue)."
    case .left(let person, let role): "\(person.name) left as \(role.rawValue)."
    }
  }

  private static func begun(_ state: StageState) -> String {
    state.from.map { " in \($0.label)" } ?? ""
  }

  private static func since(_ state: StageState) -> String {
    state.from.map { " since \($0.label)" } ?? ""
  }
}

extension StageState {
  /// The stage with its part, such as `Exploration & Scoping (2b Governance)`.
  package var label: String {
    guard let part else { return stage.name }
    return "\(stage.name) (\(part.code.map { "\($0) " } ?? "")\(part.name))"
  }
}

extension StepChange {
  /// One word for the kind of change, for programs.
  package var kind: String {
    switch outcome.result {
    case .done: "done"
    case .carried: "carried"
    case .changed: "changed"
    case .dropped: "dropped"
    }
  }

  /// The words before the step's own, such as `Done: `.
  package var lead: String {
    switch outcome.result {
    case .done: "Done: "
    case .carried: "Carried on: "
    case .changed: "Changed: "
    case .dropped: "Dropped: "
    }
  }

  /// The words after the step's own: when it is due now and what was said of it; may be empty.
  package var remark: String {
    let due = outcome.due.map { "now due \($0.label)" }
    let remark = outcome.remark.isEmpty ? nil : outcome.remark
    let words = [due, remark].compactMap(\.self).joined(separator: "; ")
    return words.isEmpty ? "" : " (\(words))"
  }
}

extension FigureChange {
  /// The change as people read it: both values with their periods, and the difference.
  package var sentence: String {
    let name = after.item.map { "\(metric.name), \($0)" } ?? metric.name
    let new = "\(after.quantity(of: metric)) \(metric.unit) in \(after.period.value.label)"
    let old = "\(before.quantity(of: metric)) in \(before.period.value.label)"
    return "\(name): \(new), \(old)\(difference.map(Self.words) ?? "")."
  }

  private static func words(_ difference: Number) -> String {
    switch difference.units {
    case 0: ", no change"
    case 1...: ", \(difference.grouped) more"
    default: ", \(difference.negated.grouped) fewer"
    }
  }
}

extension Observation {
  /// The value with how exactly it is known, as a quantity of its metric.
  package func quantity(of metric: Metric) -> Quantity {
    Quantity(value: value.value, qualifier: qualifier, unit: metric.unit)
  }
}
