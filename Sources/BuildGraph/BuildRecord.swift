package import Fingerprints
internal import Packing

/// What is remembered of a run: the tasks with the fingerprints of their inputs and the files they
/// made, and the files that were read.
///
/// It saves work and decides nothing else: without it, everything is done again.
package struct BuildRecord: Sendable {
  /// What the whole run depended on, such as the program's version and its options.
  package let context: Fingerprint
  /// The files that were read, in the order of their paths.
  package let sources: [KnownFile]
  /// The tasks, in the order of their names.
  package let tasks: [TaskRecord]
  /// What the owner of the record keeps with it.
  package let note: [UInt8]
  private let positions: [String: Int]

  package init(
    context: Fingerprint, sources: [KnownFile], tasks: [TaskRecord], note: [UInt8] = []
  ) {
    self.context = context
    self.sources = sources
    self.tasks = tasks
    self.note = note
    self.positions = Dictionary(
      tasks.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The record with some tasks as they were run since, and other sources and another note.
  package func replacing(
    _ run: [TaskRecord], sources: [KnownFile], note: [UInt8]
  ) -> BuildRecord {
    var tasks = tasks
    for task in run {
      guard let position = positions[task.name] else { continue }
      tasks[position] = task
    }
    return BuildRecord(context: context, sources: sources, tasks: tasks, note: note)
  }

  /// What is known of the task of a name.
  package func task(named name: String) -> TaskRecord? { positions[name].map { tasks[$0] } }
}

/// A task as it was last run.
package struct TaskRecord: Sendable {
  package let name: String
  package let keys: [String]
  package let fingerprints: [Fingerprint]
  /// The files it made, where they are now.
  package let products: [KnownFile]
  /// Why it was last run, in words.
  package let reason: String

  package init(_ task: BuildTask, products: [KnownFile], reason: String) {
    self.name = task.name
    self.keys = task.keys
    self.fingerprints = task.fingerprints
    self.products = products
    self.reason = reason
  }

  /// The same task with its files as they look now.
  package func with(products: [KnownFile]) -> TaskRecord {
    TaskRecord(
      BuildTask(name: name, keys: keys, fingerprints: fingerprints), products: products,
      reason: reason)
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
    if fingerprints == task.fingerprints, keys == task.keys { return nil }
    let known = Dictionary(zip(keys, fingerprints), uniquingKeysWith: { first, _ in first })
    var changed = zip(task.keys, task.fingerprints).filter { known[$0] != $1 }.map(\.0)
    changed += Set(keys).subtracting(task.keys).sorted()
    return .changed(changed)
  }
}

// MARK: - As bytes

extension BuildRecord {
  private static let heading = Array("gazette build record 1\n".utf8)

  /// The record as a file: a heading, a fingerprint of the rest, the rest.
  package func packed() -> [UInt8] {
    var packer = Packer()
    packer.add(context.number)
    packer.add(bytes: note)
    packer.add(sources) { $1.pack(into: &$0) }
    let lists = KeyLists(tasks)
    packer.add(lists.all) { packer, keys in packer.add(keys) { $0.add($1) } }
    packer.add(tasks) { packer, task in
      packer.add(task.name)
      packer.add(lists.number(of: task.keys))
      for fingerprint in task.fingerprints { packer.add(fingerprint.number) }
      packer.add(task.products) { $1.pack(into: &$0) }
      packer.add(task.reason)
    }
    var file = Packer()
    file.add(Fingerprint(of: packer.bytes).number)
    return Self.heading + file.bytes + packer.bytes
  }

  /// Reads what `packed` wrote; `nil` for anything else, also for one damaged bit.
  package init?(unpacking bytes: [UInt8]) {
    let start = Self.heading.count + 8
    guard bytes.starts(with: Self.heading), bytes.count >= start else { return nil }
    var front = Unpacker(bytes, in: Self.heading.count..<start)
    guard front.word() == Fingerprint(of: bytes[start...]).number else { return nil }
    var unpacker = Unpacker(bytes, in: start..<bytes.count)
    let context = Fingerprint(number: unpacker.word())
    let note = unpacker.byteRun()
    let sources = unpacker.list { KnownFile(unpacking: &$0) }
    let lists = unpacker.list { unpacker in unpacker.list { $0.text() } }
    let tasks = unpacker.list { unpacker in
      let name = unpacker.text()
      let number = unpacker.number()
      let keys = lists.indices.contains(number) ? lists[number] : []
      if !lists.indices.contains(number) { unpacker.refuse() }
      let fingerprints = keys.map { _ in Fingerprint(number: unpacker.word()) }
      return TaskRecord(
        BuildTask(name: name, keys: keys, fingerprints: fingerprints),
        products: unpacker.list { KnownFile(unpacking: &$0) }, reason: unpacker.text())
    }
    guard !unpacker.isDamaged, unpacker.isAtEnd else { return nil }
    self.init(context: context, sources: sources, tasks: tasks, note: note)
  }
}

/// The lists of keys that tasks share, each written once.
private struct KeyLists {
  private(set) var all: [[String]] = []
  private var numbers: [[String]: Int] = [:]

  init(_ tasks: [TaskRecord]) {
    for task in tasks where numbers[task.keys] == nil {
      numbers[task.keys] = all.count
      all.append(task.keys)
    }
  }

  func number(of keys: [String]) -> Int { numbers[keys] ?? 0 }
}
