/// How exactly a value is known; always printed with it.
package enum Qualifier: String, Sendable, Hashable, CaseIterable {
  case exact
  case moreThan = "more-than"
  case atLeast = "at-least"
  case lessThan = "less-than"
  case about

  /// The words before the value, with a space after them; empty for `exact`.
  package var prefix: String {
    switch self {
    case .exact: ""
    case .moreThan: "more than "
    case .atLeast: "at least "
    case .lessThan: "less than "
    case .about: "about "
    }
  }
}

/// A value with how exactly it is known and what it counts.
package struct Quantity: Sendable, Hashable {
  package let value: Number
  package let qualifier: Qualifier
  package let unit: String

  package init(value: Number, qualifier: Qualifier, unit: String) {
    self.value = value
    self.qualifier = qualifier
    self.unit = unit
  }
}

extension Quantity: CustomStringConvertible {
  /// The value as people read it, such as `more than 7,300`.
  package var description: String { qualifier.prefix + value.grouped }
}

/// By how much something changed against an earlier period.
package struct Change: Sendable, Hashable {
  package let value: Number
  package let measure: Measure

  /// What the number of a change means.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    case percent
    case times
    case points
  }

  package init(value: Number, measure: Measure) {
    self.value = value
    self.measure = measure
  }
}

extension Change: CustomStringConvertible {
  /// The change as people read it, such as `up 70%`, `2 times as many` or `down 3 points`.
  package var description: String {
    let direction = value.units < 0 ? "down" : "up"
    let size = Number(units: abs(value.units), scale: value.scale).grouped
    return switch measure {
    case .percent: "\(direction) \(size)%"
    case .times: "\(size) times as many"
    case .points: "\(direction) \(size) points"
    }
  }
}
