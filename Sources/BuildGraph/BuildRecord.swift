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
  /// The tasks, in the order of their names, by which they are found.
  package let tasks: [TaskRecord]
  /// What the owner of the record keeps with it.
  package let note: [UInt8]

  package init(
    context: Fingerprint, sources: [KnownFile], tasks: [TaskRecord], note: [UInt8] = []
  ) {
    self.context = context
    self.sources = sources
    self.tasks = tasks
    self.note = note
  }

  /// The record with some tasks as they were run since, and other sources and another note.
  package func replacing(
    _ run: [TaskRecord], sources: [KnownFile], note: [UInt8]
  ) -> BuildRecord {
    var tasks = tasks
    for task in run {
      guard let position = position(of: task.name) else { continue }
      tasks[position] = task
    }
    return BuildRecord(context: context, sources: sources, tasks: tasks, note: note)
  }

  /// What is known of the task of a name.
  package func task(named name: String) -> TaskRecord? { position(of: name).map { tasks[$0] } }

  private func position(of name: String) -> Int? {
    var (low, high) = (0, tasks.count)
    while low < high {
      let middle = (low + high) / 2
      if tasks[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < tasks.count && tasks[low].name == name ? low : nil
  }
}

// MARK: - As bytes

extension BuildRecord {
  private static let heading = Array("gazette build record 3\n".utf8)

  /// The record as a sealed file.
  package func packed() -> [UInt8] {
    var packer = SealedFile.packer(heading: Self.heading)
    packer.add(context.number)
    packer.add(bytes: note)
    packer.add(sources) { $1.pack(into: &$0) }
    var lists = KeyLists()
    let numbers = tasks.map { lists.number(of: $0.keys) }
    packer.add(lists.all) { packer, keys in packer.add(keys) { $0.add($1) } }
    packer.add(tasks.indices) { packer, index in
      let task = tasks[index]
      packer.add(task.name)
      packer.add(numbers[index])
      packer.add(task.products) { $1.pack(into: &$0) }
      packer.add(task.reason)
    }
    var words: [UInt64] = []
    words.reserveCapacity(tasks.reduce(0) { $0 + $1.numbers.count })
    for task in tasks { words.append(contentsOf: task.numbers) }
    packer.add(words: words)
    return SealedFile(packer, heading: Self.heading).bytes
  }

  /// Reads what `packed` wrote; `nil` for anything else, also for one damaged bit.
  package init?(unpacking bytes: [UInt8]) {
    guard let file = SealedFile.open(bytes, heading: Self.heading) else { return nil }
    var unpacker = file.contents
    let context = Fingerprint(number: unpacker.word())
    let note = unpacker.byteRun()
    let sources = unpacker.list { KnownFile(unpacking: &$0) }
    let lists = unpacker.list { unpacker in unpacker.list { $0.text() } }
    let tasks = unpacker.list { unpacker in
      (
        name: unpacker.text(), keys: unpacker.number(),
        products: unpacker.list { KnownFile(unpacking: &$0) }, reason: unpacker.text()
      )
    }
    let numbers: [UInt64] = unpacker.words()
    guard !unpacker.isDamaged, unpacker.isAtEnd else { return nil }
    var records: [TaskRecord] = []
    records.reserveCapacity(tasks.count)
    var first = 0
    for task in tasks {
      guard lists.indices.contains(task.keys) else { return nil }
      let end = first + lists[task.keys].count
      guard end <= numbers.count else { return nil }
      records.append(
        TaskRecord(
          name: task.name, keys: lists[task.keys], numbers: numbers[first..<end],
          products: task.products, reason: task.reason))
      first = end
    }
    guard first == numbers.count else { return nil }
    self.init(context: context, sources: sources, tasks: records, note: note)
  }
}

/// The lists of keys that tasks share, each written once.
private struct KeyLists {
  private(set) var all: [[String]] = []

  /// The number of a list. There are about as many as kinds of tasks, and most often two that are
  /// equal are one.
  mutating func number(of keys: [String]) -> Int {
    if let number = all.firstIndex(of: keys) { return number }
    all.append(keys)
    return all.count - 1
  }
}
