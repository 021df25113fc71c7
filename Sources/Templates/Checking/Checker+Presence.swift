extension Checker {
  /// A key for a variable or a chain of fields of one.
  func pathKey(_ expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): variable(named: name).map { "\($0.id)" } ?? "?\(name)"
    case .attribute(let base, let name, _): pathKey(base).map { "\($0).\(name.text)" }
    case .index(let base, let index):
      switch index.kind {
      case .string(let name): pathKey(base).map { "\($0).\(name)" }
      case .int(let number): pathKey(base).map { "\($0).\(number)" }
      default: nil
      }
    default: nil
    }
  }

  /// A path with all paths it leads through.
  private func pathKeys(_ expression: Expression) -> Set<String> {
    var keys: Set<String> = []
    var current = expression
    while let key = pathKey(current) {
      keys.insert(key)
      switch current.kind {
      case .attribute(let base, _, _), .index(let base, _): current = base
      default: return keys
      }
    }
    return keys
  }

  /// The paths that are neither null nor absent where `condition` came out as `outcome`.
  func presence(_ condition: Expression, when outcome: Bool) -> Set<String> {
    switch condition.kind {
    case .name, .attribute, .index:
      return (outcome ? pathKeys(condition) : []).union(neighbours(condition, when: outcome))
    case .not(let inner): return presence(inner, when: !outcome)
    case .and(let parts):
      let sets = parts.map { presence($0, when: outcome) }
      return outcome ? union(sets) : intersection(sets)
    case .or(let parts):
      let sets = parts.map { presence($0, when: outcome) }
      return outcome ? intersection(sets) : union(sets)
    case .test(let value, let name, _, let isNegated):
      switch name.text {
      case "none", "undefined": return outcome == isNegated ? pathKeys(value) : []
      default: return outcome && !isNegated ? pathKeys(value) : []
      }
    case .comparison(let first, let rest):
      guard rest.count == 1 else { return [] }
      return comparisonPresence(first, rest[0], when: outcome)
        .union(neighbours(condition, when: outcome))
    case .filter(let value, let name, _):
      return outcome && ["length", "count", "trim", "lower", "upper"].contains(name.text)
        ? pathKeys(value) : []
    default: return []
    }
  }

  private func comparisonPresence(
    _ left: Expression, _ comparison: Expression.Comparison, when outcome: Bool
  ) -> Set<String> {
    let right = comparison.operand
    let isAboutNone = left.kind == .none || right.kind == .none
    let paths = pathKeys(left).union(pathKeys(right))
    switch comparison.comparator {
    case .equal: return outcome != isAboutNone ? (isConstant(left, right) ? paths : []) : []
    case .notEqual: return outcome == isAboutNone ? (isConstant(left, right) ? paths : []) : []
    case .less, .lessEqual, .greater, .greaterEqual, .contained, .notContained:
      return outcome ? paths : []
    }
  }

  /// Equality shows something only about a value compared with a known one.
  private func isConstant(_ left: Expression, _ right: Expression) -> Bool {
    switch (left.kind, right.kind) {
    case (.string, _), (.int, _), (.float, _), (.bool, _), (.none, _), (_, .string), (_, .int),
      (_, .float), (_, .bool), (_, .none):
      true
    default: false
    }
  }

  private func union(_ sets: [Set<String>]) -> Set<String> {
    sets.reduce(into: []) { $0.formUnion($1) }
  }

  private func intersection(_ sets: [Set<String>]) -> Set<String> {
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }
  }
}
