/// What a loop's counters show about the elements beside the current one.
extension Checker {
  /// The neighbours of the current element that exist where `condition` came out as `outcome`:
  /// `loop.previtem` where `loop.first` is false, and the like.
  func neighbours(_ condition: Expression, when outcome: Bool) -> Set<String> {
    switch condition.kind {
    case .attribute(let base, let name, _):
      switch (name.text, outcome) {
      case ("first", false), ("index0", true): return neighbour("previtem", of: base)
      case ("last", false), ("revindex0", true): return neighbour("nextitem", of: base)
      default: return []
      }
    case .comparison(let counter, let rest):
      guard rest.count == 1, case .attribute(let base, let name, _) = counter.kind,
        case .int(let limit) = rest[0].operand.kind,
        exceedsFirst(rest[0].comparator, limit - (name.text.hasSuffix("0") ? 0 : 1), when: outcome)
      else { return [] }
      switch name.text {
      case "index", "index0": return neighbour("previtem", of: base)
      case "revindex", "revindex0": return neighbour("nextitem", of: base)
      default: return []
      }
    default: return []
    }
  }

  /// Whether a count from 0 is more than 0 where comparing it with `limit` came out as `outcome`.
  private func exceedsFirst(_ comparator: Comparator, _ limit: Int, when outcome: Bool) -> Bool {
    switch comparator {
    case .greater: outcome && limit >= 0
    case .greaterEqual: outcome && limit >= 1
    case .less: !outcome && limit >= 1
    case .lessEqual: !outcome && limit >= 0
    case .equal: outcome ? limit >= 1 : limit == 0
    case .notEqual: outcome ? limit == 0 : limit >= 1
    case .contained, .notContained: false
    }
  }

  private func neighbour(_ name: String, of base: Expression) -> Set<String> {
    guard case .name(let loop) = base.kind, let variable = variable(named: loop),
      case .compileTime(.loop) = type(of: variable)
    else { return [] }
    return ["\(variable.id).\(name)"]
  }
}
