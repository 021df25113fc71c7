/// What a program may read of the values it is given: a tree of fields and elements under each.
///
/// It is an upper bound, found by following the program's instructions and not by rendering. Where
/// a program hands a value on whole, such as to `tojson`, the whole value counts as read.
public struct ReadGraph: Sendable {
  /// One value that the program may look at, named by the way to it.
  struct Node: Sendable {
    /// The value's type when it is present.
    let type: ValueType
    /// How many steps lead here from a global.
    let depth: Int
    /// The nodes of the fields that may be read, in the order of their positions.
    fileprivate(set) var fields: [FieldNode] = []
    /// The node of all the elements of a list.
    var element: Int?
    /// Whether everything inside may be read.
    fileprivate(set) var isWhole = false

    /// The node of the field at a position, if it may be read.
    func field(at position: Int) -> Int? { fields.first { $0.position == position }?.node }
  }

  struct FieldNode: Sendable {
    let position: Int
    let node: Int
  }

  private(set) var nodes: [Node] = []
  /// The nodes of the globals and then of a component's arguments, in their order.
  let roots: [Int]
  /// The names of the site's functions and filters that may be called.
  package internal(set) var hostFunctions: Set<String> = []
  private let schema: Schema
  /// The record types that lead back to themselves.
  private let cyclicRecords: Set<Int>

  /// Longer ways are cut off, and what is there counts as read whole.
  static let maximumDepth = 16
  /// So does what lies behind more ways than these.
  static let maximumNodes = 20_000

  init(roots types: [ValueType], schema: Schema) {
    self.schema = schema
    self.cyclicRecords = schema.cyclicRecords
    self.nodes = types.map { Node(type: $0.whenPresent, depth: 0) }
    self.roots = Array(types.indices)
  }
}

// MARK: - Growing

extension ReadGraph {
  /// The node of a record's field; `nil` if the value has none or is read whole anyway.
  mutating func field(at position: Int, of node: Int) -> Int? {
    guard !nodes[node].isWhole else { return nil }
    guard case .record(let record) = nodes[node].type else {
      if nodes[node].type == .any { nodes[node].isWhole = true }
      return nil
    }
    if let known = nodes[node].field(at: position) { return known }
    let fields = schema[record].fields
    guard fields.indices.contains(position) else { return nil }
    let child = add(fields[position].type, under: node)
    if let child {
      let place = nodes[node].fields.firstIndex { $0.position > position }
      nodes[node].fields.insert(
        FieldNode(position: position, node: child), at: place ?? nodes[node].fields.count)
    }
    return child
  }

  /// The node of the field of a name.
  mutating func field(named name: String, of node: Int) -> Int? {
    guard case .record(let record) = nodes[node].type else {
      if !nodes[node].type.isScalar { nodes[node].isWhole = true }
      return nil
    }
    return schema[record].position(of: name).flatMap { field(at: $0, of: node) }
  }

  /// The nodes of all fields of a record.
  mutating func allFields(of node: Int) -> [Int] {
    guard case .record(let record) = nodes[node].type else { return [] }
    return schema[record].fields.indices.compactMap { field(at: $0, of: node) }
  }

  /// The node of a list's elements; `nil` if the value is no list or is read whole anyway.
  mutating func element(of node: Int) -> Int? {
    guard !nodes[node].isWhole else { return nil }
    switch nodes[node].type {
    case .list(let element):
      if let known = nodes[node].element { return known }
      let child = add(element, under: node)
      nodes[node].element = child
      return child
    case .any, .tuple, .map, .record, .compileTime:
      nodes[node].isWhole = true
      return nil
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date, .month,
      .period, .optional:
      return nil
    }
  }

  /// Counts all that is in a value as read.
  mutating func readWhole(_ node: Int) {
    if !nodes[node].type.isScalar { nodes[node].isWhole = true }
  }

  private mutating func add(_ type: ValueType, under parent: Int) -> Int? {
    let depth = nodes[parent].depth + 1
    guard depth <= Self.maximumDepth, nodes.count < Self.maximumNodes else {
      nodes[parent].isWhole = true
      return nil
    }
    nodes.append(Node(type: type.whenPresent, depth: depth))
    return nodes.count - 1
  }
}

// MARK: - Asking

extension ReadGraph {
  /// The positions of the fields that may be read of a global that is a record, in order; `nil`
  /// when it may be read whole.
  public func fields(ofRoot root: Int) -> [Int]? {
    let node = nodes[roots[root]]
    return node.isWhole ? nil : node.fields.map(\.position)
  }

  /// Whether something is read whole that may lead to anything in the site.
  public var readsEverything: Bool { nodes.indices.contains(where: leadsAnywhere) }

  /// Whether the node is read whole and leads to records that lead back to it.
  func leadsAnywhere(_ node: Int) -> Bool {
    guard nodes[node].isWhole else { return false }
    switch nodes[node].type {
    case .record(let record), .list(.record(let record)):
      return cyclicRecords.contains(record.index)
    default: return schema.isCyclic(nodes[node].type)
    }
  }

  /// Every way that may be read, such as `post.newer.title` or `site.menu[].url`, by the names of
  /// the globals.
  public func paths(globals: [String]) -> [String] {
    zip(globals, roots).flatMap { name, root in paths(from: root, name) }.sorted()
  }

  private func paths(from node: Int, _ name: String) -> [String] {
    let node = nodes[node]
    if node.isWhole { return ["\(name).*"] }
    var paths: [String] = []
    if let element = node.element { paths += self.paths(from: element, name + "[]") }
    if case .record(let record) = node.type {
      for field in node.fields {
        let name = "\(name).\(schema[record].fields[field.position].name)"
        paths += self.paths(from: field.node, name)
      }
    }
    return paths.isEmpty && (node.depth > 0 || node.type.isScalar) ? [name] : paths
  }
}

extension ValueType {
  /// Whether a value of the type has nothing inside that could be read on its own.
  var isScalar: Bool {
    switch self {
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date, .month,
      .period:
      true
    case .optional(let inner): inner.isScalar
    case .any, .list, .tuple, .map, .record, .compileTime: false
    }
  }
}

extension Schema {
  /// Whether a value of the type may lead to records of a type that leads to itself.
  func isCyclic(_ type: ValueType) -> Bool {
    var path: Set<Int> = []
    var finished: Set<Int> = []
    return hasCycle(type, &path, &finished)
  }

  private func hasCycle(
    _ type: ValueType, _ path: inout Set<Int>, _ finished: inout Set<Int>
  ) -> Bool {
    switch type {
    case .record(let id):
      if path.contains(id.index) { return true }
      guard finished.insert(id.index).inserted else { return false }
      path.insert(id.index)
      defer { path.remove(id.index) }
      return self[id].fields.contains { hasCycle($0.type, &path, &finished) }
    case .list(let inner), .map(let inner), .optional(let inner):
      return hasCycle(inner, &path, &finished)
    case .tuple(let parts, _): return parts.contains { hasCycle($0, &path, &finished) }
    case .any: return true
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date, .month,
      .period, .compileTime:
      return false
    }
  }
}
