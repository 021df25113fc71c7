package import Fingerprints

/// A task as it was last run.
package struct TaskRecord: Sendable {
  package let name: String
  package let keys: [String]
  /// The numbers of the fingerprints, in the order of the keys; part of one array for all tasks of a
  /// record that was read.
  let numbers: ArraySlice<UInt64>
  /// The files it made, where they are now.
  package let products: [KnownFile]
  /// Why it was last run, in words.
  package let reason: String

  package init(_ task: BuildTask, products: [KnownFile], reason: String) {
    self.init(
      name: task.name, keys: task.keys, numbers: task.fingerprints.map(\.number)[...],
      products: products, reason: reason)
  }

  init(
    name: String, keys: [String], numbers: ArraySlice<UInt64>, products: [KnownFile],
    reason: String
  ) {
    self.name = name
    self.keys = keys
    self.numbers = numbers
    self.products = products
    self.reason = reason
  }

  /// The fingerprints of the inputs, in the order of the keys.
  package var fingerprints: [Fingerprint] { numbers.map(Fingerprint.init) }

  /// The same task with its files as they look now.
  package func with(products: [KnownFile]) -> TaskRecord {
    TaskRecord(name: name, keys: keys, numbers: numbers, products: products, reason: reason)
  }

  /// The task with another fingerprint of one input; `nil` if it has no such input.
  package func task(with fingerprint: Fingerprint, of key: String) -> BuildTask? {
    guard let position = keys.firstIndex(of: key) else { return nil }
    var fingerprints = fingerprints
    fingerprints[position] = fingerprint
    return BuildTask(name: name, keys: keys, fingerprints: fingerprints)
  }

  /// Why the task has to run again to be what `task` asks for; `nil` when it need not.
  package func reasonToRun(_ task: BuildTask) -> RunReason? {
    let isSame = numbers.elementsEqual(task.fingerprints) { $0 == $1.number }
    if isSame, keys == task.keys { return nil }
    let known = Dictionary(zip(keys, fingerprints), uniquingKeysWith: { first, _ in first })
    var changed = zip(task.keys, task.fingerprints).filter { known[$0] != $1 }.map(\.0)
    changed += Set(keys).subtracting(task.keys).sorted()
    return .changed(changed)
  }
}
