/// What each instruction does with the values that slots may hold.
extension ReadAnalysis {
  mutating func apply(_ instruction: Instruction, at position: Int, frame: Int) {
    switch instruction {
    case .text, .beginCapture, .jump, .jumpIfDefined, .jumpIfPresent, .jumpUnless, .jumpIf,
      .storeFrame, .leave, .beginList:
      break
    case .write(let slot, _), .writeText(let slot), .writeAttribute(let slot): readWhole(slot)
    case .writeFieldText(let slot, let field), .writeFieldAttribute(let slot, let field):
      readWhole(fields(at: Int(field), of: self[slot]))
    case .endCapture(let to, _), .constant(let to, _), .negate(let to, _), .not(let to, _):
      self[to] = ReferenceSets.empty
    case .copy(let to, let from): self[to] = self[from]
    case .loadPage(let to, let from): self[to] = pageSlots[from] ?? ReferenceSets.empty
    case .storePage(let to, let from): addToPage(to, self[from])
    case .field(let to, let of, let field): self[to] = fields(at: Int(field), of: self[of])
    case .member(let to, let of, let name): self[to] = members(named: name, of: self[of])
    case .index(let to, let of, _): self[to] = indexed(self[of])
    case .slice(let to, let arguments): self[to] = self[arguments]
    case .list(let to, let first, let count): self[to] = within(slots(first, Int(count)))
    case .map(let to, let first, let pairs): self[to] = within(slots(first, 2 * Int(pairs)))
    case .arithmetic(_, let to, let left, let right):
      self[to] = sets.union(self[left], self[right])
    case .compare(_, let to, let left, let right):
      readWhole(left)
      readWhole(right)
      self[to] = ReferenceSets.empty
    case .jumpUnlessCompare(_, let left, let right, _):
      readWhole(left)
      readWhole(right)
    case .concatenate(let to, let first, let count, _):
      readWhole(slots(first, Int(count)))
      self[to] = ReferenceSets.empty
    case .filter(let filter, let to, let first, let count):
      self[to] = apply(filter, first, Int(count))
    case .test(let test, let to, let first, _):
      if test.comparesValues { readWhole(slots(first, 2)) }
      self[to] = ReferenceSets.empty
    case .jumpUnlessTest(let test, let first, _, _):
      if test.comparesValues { readWhole(slots(first, 2)) }
    case .host(let number, let to, let first, let count):
      graph.hostFunctions.insert(program.host[Int(number)].name)
      readWhole(slots(first, Int(count)))
      self[to] = ReferenceSets.empty

    case .call(let routine, let first, let count):
      call(Int(routine), first: first, count: Int(count), frame: frame)
    case .callBlock(let routine, _, let first, let target, let count):
      callBlock(Int(routine), first: first, target: target, count: Int(count))
    case .recurse(let routine, let first, let target):
      guard var inner = state else { return }
      inner[Int(target)] = self[first]
      enter(Int(routine), with: inner)
      runBlocks(of: frame)

    case .beginLoop(let loop, let source): self[loop] = iterated(self[source])
    case .next(let loop, let item, _): self[item] = elements(of: self[loop])
    case .loopAttribute(let attribute, let to, let loop):
      self[to] = attribute.isElement ? elements(of: self[loop]) : ReferenceSets.empty
    case .loopCycle(let to, _, let first, let count): self[to] = slots(first, Int(count))
    case .loopChanged(let to, _, let first, let count):
      readWhole(slots(first, Int(count)))
      self[to] = ReferenceSets.empty
    case .unpack(let slot, let first, let count):
      unpack(self[slot], first, Int(count))
    case .appendToList(let slot): add(self[slot], toListAround: position)
    case .endList(let to):
      self[to] = within(lists[listStart(of: position)] ?? ReferenceSets.empty)

    case .namespace(let to, let first, let given, _):
      for index in 0..<Int(given) { addToNamespace(index, self[first + Slot(index)]) }
      self[to] = ReferenceSets.empty
    case .namespaceField(let to, _, let field):
      self[to] = namespaceFields[Int(field)] ?? ReferenceSets.empty
    case .setNamespaceField(_, let field, let from): addToNamespace(Int(field), self[from])
    case .cyclerNext(let to, _):
      self[to] = elements(of: namespaceFields[0] ?? ReferenceSets.empty)
    }
  }

  private subscript(slot: Slot) -> SetNumber {
    get { state?[Int(slot)] ?? ReferenceSets.empty }
    set { state?[Int(slot)] = newValue }
  }

  /// What some slots one after the other hold.
  private mutating func slots(_ first: Slot, _ count: Int) -> SetNumber {
    var union = ReferenceSets.empty
    for index in 0..<count { union = sets.union(union, self[first + Slot(index)]) }
    return union
  }
}

// MARK: - Steps from values to what they hold

extension ReadAnalysis {
  private mutating func fields(at position: Int, of set: SetNumber) -> SetNumber {
    let references = sets[set].filter { !$0.isWithin }
    return sets.number(
      of: references.compactMap { graph.field(at: position, of: $0.node).map { .init($0) } })
  }

  private mutating func members(named name: UInt32, of set: SetNumber) -> SetNumber {
    let name = program.text(ofConstant: Int(name))
    var found: [ReferenceSets.Reference] = []
    for reference in sets[set] {
      if reference.isWithin {
        found += reference.elements.map(\.taken)
      } else if let field = graph.field(named: name, of: reference.node) {
        found.append(.init(field))
      }
    }
    return sets.number(of: found)
  }

  /// What an index or a key that is worked out may give.
  private mutating func indexed(_ set: SetNumber) -> SetNumber {
    var found: [ReferenceSets.Reference] = []
    for reference in sets[set] {
      if case .record = graph.nodes[reference.node].type, !reference.isWithin {
        found += graph.allFields(of: reference.node).map { .init($0) }
      } else {
        found += elements(of: reference)
      }
    }
    return sets.number(of: found)
  }

  private mutating func elements(of set: SetNumber) -> SetNumber {
    var found: [ReferenceSets.Reference] = []
    for reference in sets[set] { found += elements(of: reference) }
    return sets.number(of: found)
  }

  private mutating func elements(
    of reference: ReferenceSets.Reference
  ) -> [ReferenceSets.Reference] {
    if reference.isWithin { return reference.elements }
    return graph.element(of: reference.node).map { [.init($0)] } ?? []
  }

  /// What a loop goes through: a record's names tell which of its fields are there.
  private mutating func iterated(_ set: SetNumber) -> SetNumber {
    for reference in sets[set] where !reference.isWithin {
      if case .record = graph.nodes[reference.node].type { graph.readWhole(reference.node) }
    }
    return set
  }

  /// A list or map that holds these values somewhere.
  private mutating func within(_ set: SetNumber) -> SetNumber {
    sets.number(of: sets[set].map { $0.wrapped() })
  }

  /// Pairs of a key and a list of values.
  private mutating func pairs(keys: SetNumber, values: SetNumber) -> SetNumber {
    let elements = elements(of: keys)
    let keys = sets[elements].map { $0.wrapped(part: .key).wrapped() }
    return sets.number(of: keys + sets[values].map { $0.wrapped(part: .value).wrapped() })
  }

  private mutating func unpack(_ set: SetNumber, _ first: Slot, _ count: Int) {
    let elements = elements(of: iterated(set))
    let parts = sets[elements]
    for index in 0..<count {
      let other: ReferenceSets.Reference.Part =
        count != 2 ? .any : index == 0 ? .value : .key
      let own = parts.filter { $0.part == .any || $0.part != other }
      self[first + Slot(index)] = sets.number(of: own.map(\.taken))
    }
  }

  private mutating func readWhole(_ set: SetNumber) {
    for reference in sets[set] { graph.readWhole(reference.node) }
  }

  private mutating func readWhole(_ slot: Slot) {
    readWhole(self[slot])
  }
}

// MARK: - Filters

extension ReadAnalysis {
  /// Returns what the result of a filter may hold.
  private mutating func apply(_ filter: Filter, _ first: Slot, _ count: Int) -> SetNumber {
    let value = self[first]
    switch filter {
    case .length: return ReferenceSets.empty
    case .first, .last, .nth: return elements(of: iterated(value))
    case .get: return sets.union(indexed(value), slots(first + 1, count - 1))
    case .list, .reverse: return iterated(value)
    case .batch, .slice: return within(slots(first, count))
    case .items, .keys, .values, .dictsort:
      return within(iterated(value))
    case .sortByKeys, .uniqueByKeys:
      readWhole(first + 1)
      return value
    case .groupByKeys:
      readWhole(first + 1)
      return pairs(keys: self[first + 1], values: value)
    case .minByKeys, .maxByKeys:
      readWhole(first + 1)
      return elements(of: value)
    case .abs, .attr, .capitalize, .center, .count, .date, .default, .escape, .filesizeformat,
      .float, .forceescape, .format, .groupby, .indent, .int, .join, .lower, .map, .max, .min,
      .pluralize, .range, .reject, .rejectattr, .replace, .round, .safe, .safeStyle, .safeScript,
      .safeURL, .select, .selectattr, .sort, .split, .string, .striptags, .sum, .title, .tojson,
      .trim, .truncate, .unique, .upper, .urlencode, .wordcount, .wordwrap, .xmlattr:
      readWhole(slots(first, count))
      return ReferenceSets.empty
    }
  }
}

// MARK: - What is made by and by

extension ReadAnalysis {
  private mutating func addToNamespace(_ field: Int, _ set: SetNumber) {
    let known = namespaceFields[field] ?? ReferenceSets.empty
    let new = sets.union(known, set)
    guard new != known else { return }
    namespaceFields[field] = new
    isChanged = true
  }

  private mutating func add(_ set: SetNumber, toListAround position: Int) {
    let start = listStart(of: position)
    let known = lists[start] ?? ReferenceSets.empty
    let new = sets.union(known, set)
    guard new != known else { return }
    lists[start] = new
    isChanged = true
  }

  /// The beginning of the list that the instruction at a position adds to or ends.
  private func listStart(of position: Int) -> Int {
    var depth = 0
    var position = position - 1
    while position >= 0 {
      if case .endList = program.code[position] { depth += 1 }
      if case .beginList = program.code[position] {
        if depth == 0 { return position }
        depth -= 1
      }
      position -= 1
    }
    return 0
  }
}

extension Test {
  /// Whether the test looks at two values and at what is inside them.
  fileprivate var comparesValues: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .contained, .sameAs,
      .startingWith, .endingWith, .containing, .divisibleBy:
      true
    case .defined, .undefined, .even, .odd, .none, .string, .number, .integer, .float, .iterable,
      .boolean, .true, .false, .mapping, .sequence, .lower, .upper, .callable, .escaped, .filter,
      .test, .truthy, .present:
      false
    }
  }
}

extension LoopAttribute {
  fileprivate var isElement: Bool { self == .previtem || self == .nextitem }
}
