public import Fingerprints

/// Fingerprints what a program reads of given values: as long as the fingerprint is the same, so
/// is what the program renders of them.
public struct ReadFingerprinter: Sendable {
  private let graph: ReadGraph
  private let schema: Schema
  private let site: DataStore
  private let page: DataStore
  private let markup: MarkupFingerprint
  private let everything: Fingerprint
  private let visit: Visit?

  /// Feeds in markup; sites that put places to be filled later into theirs say here what fills them.
  public typealias MarkupFingerprint =
    @Sendable (UnsafeRawBufferPointer, inout Fingerprinter) -> Void

  /// Told of each record that is read, to say where a value comes from.
  public typealias Visit = @Sendable (RecordPlace) -> Void

  /// `everything` is a fingerprint of the whole site, for programs that read something whole that
  /// leads to all of it.
  public init(
    _ graph: ReadGraph, schema: Schema, site: DataStore, page: DataStore = .empty,
    everything: Fingerprint = Fingerprint(number: 0), visit: Visit? = nil,
    markup: @escaping MarkupFingerprint = { $1.add($0) }
  ) {
    self.graph = graph
    self.schema = schema
    self.site = site
    self.page = page
    self.everything = everything
    self.visit = visit
    self.markup = markup
  }

  /// Feeds in what is read of the value of a global or argument.
  public func add(root: Int, _ value: Value, to fingerprinter: inout Fingerprinter) {
    add(value, graph.roots[root], &fingerprinter)
  }

  /// Feeds in what is read of a list that holds these values and is the value of a global.
  public func add(
    root: Int, elements: some RandomAccessCollection<Value>, to fingerprinter: inout Fingerprinter
  ) {
    let node = graph.nodes[graph.roots[root]]
    fingerprinter.add(elements.count)
    for value in elements {
      if node.isWhole {
        addWhole(value, graph.roots[root], &fingerprinter)
      } else if let element = node.element {
        add(value, element, &fingerprinter)
      }
    }
  }

  /// Feeds in what is read of one field of a global that is a record.
  public func add(
    root: Int, field: Int, of record: Value, to fingerprinter: inout Fingerprinter
  ) {
    guard let child = graph.nodes[graph.roots[root]].field(at: field) else { return }
    add(cell(of: record, at: field), child, &fingerprinter)
  }

  /// Feeds in what is read of a value that stands for a field of a global.
  public func add(
    root: Int, field: Int, _ value: Value, to fingerprinter: inout Fingerprinter
  ) {
    guard let child = graph.nodes[graph.roots[root]].field(at: field) else { return }
    add(value, child, &fingerprinter)
  }
}

// MARK: - Values along the graph

extension ReadFingerprinter {
  private func add(_ value: Value, _ number: Int, _ fingerprinter: inout Fingerprinter) {
    // Nodes are looked at where they are, as copying one counts references.
    if graph.nodes[number].isWhole { return addWhole(value, number, &fingerprinter) }
    switch value.kind {
    case .record:
      if let visit, let place = value.recordPlace { visit(place) }
      addKind(of: value, &fingerprinter)
      for index in graph.nodes[number].fields.indices {
        let field = graph.nodes[number].fields[index]
        add(cell(of: value, at: field.position), field.node, &fingerprinter)
      }
    case .list:
      addKind(of: value, &fingerprinter)
      guard let element = graph.nodes[number].element else { return }
      for index in 0..<value.length {
        add(cell(of: value, at: index), element, &fingerprinter)
      }
    case .undefined, .none, .bool, .int, .float, .string, .html, .trustedURL, .trustedScript,
      .trustedStyle, .attributes, .json, .date, .month, .period, .map, .namespace:
      addScalar(value, &fingerprinter)
    }
  }

  private func addKind(of value: Value, _ fingerprinter: inout Fingerprinter) {
    fingerprinter.add(UInt64(value.kind.rawValue) << 32 | UInt64(value.count))
  }

  private func addScalar(_ value: Value, _ fingerprinter: inout Fingerprinter) {
    fingerprinter.add(UInt64(value.kind.rawValue))
    guard value.kind.isText else { return fingerprinter.add(value.payload) }
    store(of: value).bytes.withUnsafeBytes { bytes in
      let start = Int(value.payload)
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<start + value.length])
      if value.kind == .html { markup(text, &fingerprinter) } else { fingerprinter.add(text) }
    }
  }

  /// Feeds in a value with all that is inside.
  private func addWhole(
    _ value: Value, _ node: Int, _ fingerprinter: inout Fingerprinter
  ) {
    if graph.leadsAnywhere(node) {
      fingerprinter.add(everything)
      // Which of all the things it is.
      fingerprinter.add(value.payload)
      return
    }
    addDeep(value, &fingerprinter)
  }

  /// Values of types that do not lead to themselves are as deep as their types at most.
  private func addDeep(_ value: Value, _ fingerprinter: inout Fingerprinter) {
    switch value.kind {
    case .record:
      if let visit, let place = value.recordPlace { visit(place) }
      addKind(of: value, &fingerprinter)
      for position in schema[RecordTypeID(index: value.length)].fields.indices {
        addDeep(cell(of: value, at: position), &fingerprinter)
      }
    case .list:
      addKind(of: value, &fingerprinter)
      for index in 0..<value.length { addDeep(cell(of: value, at: index), &fingerprinter) }
    case .map:
      addKind(of: value, &fingerprinter)
      for index in 0..<2 * value.length { addDeep(cell(of: value, at: index), &fingerprinter) }
    case .undefined, .none, .bool, .int, .float, .string, .html, .trustedURL, .trustedScript,
      .trustedStyle, .attributes, .json, .date, .month, .period, .namespace:
      addScalar(value, &fingerprinter)
    }
  }

  private func store(of value: Value) -> DataStore { value.region == .page ? page : site }

  private func cell(of value: Value, at index: Int) -> Value {
    let place = Int(value.payload) + index
    return value.region == .page ? page.cells[place] : site.cells[place]
  }
}

/// Which record of the site's store a value is.
public struct RecordPlace: Sendable, Hashable {
  fileprivate let offset: UInt64
}

extension Value {
  /// The place of a record of the site's store; `nil` for any other value.
  public var recordPlace: RecordPlace? {
    kind == .record && region == .site ? RecordPlace(offset: payload) : nil
  }
}

extension DataStore {
  /// A fingerprint of all values; also other than before when only places have moved.
  public func fingerprint() -> Fingerprint {
    Fingerprint { fingerprinter in
      bytes.withUnsafeBytes { fingerprinter.add($0) }
      cells.withUnsafeBytes { fingerprinter.add($0) }
    }
  }
}
