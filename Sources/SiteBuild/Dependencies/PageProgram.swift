internal import Templates

/// The inputs that all pages of a kind have, and what they are called.
struct PageProgram: Sendable {
  let reads: ProgramReads
  /// The fields of `site` and `page` that are read, by position and name.
  let siteFields: [Field]
  let pageFields: [Field]
  /// Whether the page's own text is read, which is not among the fields.
  let readsText: Bool
  /// The globals that only this kind of page has.
  let subjects: [Subject]
  /// What each input is called, in the order of `PageInputs.fingerprints`.
  let keys: [String]

  struct Field: Sendable {
    let position: Int
    let name: String
  }

  struct Subject: Sendable {
    /// The number of the global.
    let root: Int
    /// The fields that are read of a record; `nil` if the value is a list or is read whole.
    let fields: [Field]?
  }

  /// What the page's own text is called among its inputs.
  static let textKey = "text"
  static let siteRoot = 0
  static let pageRoot = 1
  /// The fields of `page` that come from its own text.
  private static let textFields: Set = ["content", "headings"]

  init(_ reads: ProgramReads, kind: PageKind, schema: ModelSchema) {
    self.reads = reads
    let globals = schema.globals(of: kind)
    func fields(_ root: Int) -> [Field]? {
      guard case .record(let record) = globals[root].type else { return nil }
      return Self.fields(of: record, root: root, in: reads.graph, schema)
    }
    siteFields = fields(Self.siteRoot) ?? []
    pageFields = reads.pageFields.filter { !Self.textFields.contains($0.name) }
    readsText = reads.pageFields.contains { Self.textFields.contains($0.name) }
    subjects = (2..<max(2, globals.count)).map { Subject(root: $0, fields: fields($0)) }
    var keys = ["templates"]
    keys += fields(Self.siteRoot) == nil ? ["site"] : siteFields.map { "site.\($0.name)" }
    keys += pageFields.map { "page.\($0.name)" }
    for subject in subjects {
      let name = globals[subject.root].name
      keys += subject.fields?.map { "\(name).\($0.name)" } ?? [name]
    }
    self.keys = readsText ? keys + [Self.textKey] : keys
  }

  /// Whether `site` is read whole.
  var readsSiteWhole: Bool { reads.graph.fields(ofRoot: Self.siteRoot) == nil }

  /// The fields that a program may read of a global that is a record; `nil` if it reads it whole.
  static func fields(
    of record: RecordTypeID, root: Int, in graph: ReadGraph, _ schema: ModelSchema
  ) -> [Field]? {
    let all = allFields(of: record, schema)
    return graph.fields(ofRoot: root)?.map { all[$0] }
  }

  static func allFields(of record: RecordTypeID, _ schema: ModelSchema) -> [Field] {
    schema.schema[record].fields.enumerated().map {
      Field(position: $0.offset, name: $0.element.name)
    }
  }
}
