/// What is known about variables at one point of a template.
struct Flow {
  /// The type of each variable that was assigned, by number.
  var types: [Int: ValueType] = [:]
  /// The paths that a condition has shown to be neither null nor absent.
  var present: Set<String> = []
  /// The texts a variable may hold, where all are known.
  var choices: [Int: [String]] = [:]
  /// Whether the point is never reached, as after `continue`.
  var isDead = false

  /// How much is known, which is what a copy costs.
  var count: Int { types.count + present.count }

  /// What is known after two branches.
  func joined(with other: Flow, initial: [Int: ValueType]) -> Flow {
    if isDead { return other }
    if other.isDead { return self }
    var joined = Flow(present: present.intersection(other.present))
    for id in Set(types.keys).union(other.types.keys) {
      let left = types[id] ?? initial[id] ?? .undefined
      let right = other.types[id] ?? initial[id] ?? .undefined
      joined.types[id] = left.joined(with: right)
      if let left = choices[id], let right = other.choices[id] {
        joined.choices[id] = left + right.filter { !left.contains($0) }
      }
    }
    return joined
  }

  /// Forgets what conditions have shown about a variable, because it is assigned.
  mutating func forget(_ variable: Variable) {
    let root = "\(variable.id)"
    present = present.filter { $0 != root && !$0.hasPrefix(root + ".") }
    choices[variable.id] = nil
  }
}
