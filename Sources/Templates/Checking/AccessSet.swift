/// What a program may read: the templates it is made of, its globals, and fields of records.
///
/// It is an upper bound, taken from the checked templates and not from one rendering.
public struct AccessSet: Sendable, Hashable {
  /// One field of one record type.
  public struct Field: Sendable, Hashable, Comparable {
    /// The record type's name in the schema.
    public let record: String
    /// The field's name in the record type.
    public let field: String

    /// Names a field of a record type, whether there is one or not.
    public init(record: String, field: String) {
      self.record = record
      self.field = field
    }

    /// Orders by the name of the record type, then by that of the field.
    public static func < (left: Field, right: Field) -> Bool {
      (left.record, left.field) < (right.record, right.field)
    }
  }

  /// The templates whose text the program holds, in the order of their names.
  package internal(set) var templates: Set<String> = []
  /// Names that were looked for and not found, by `ignore missing` and by lists of names.
  package internal(set) var missingTemplates: Set<String> = []
  package internal(set) var globals: Set<String> = []
  package internal(set) var fields: Set<Field> = []
  /// Record types of which any field may be read, as values of them are handed on whole.
  package internal(set) var wholeRecords: Set<String> = []

  mutating func formUnion(_ other: AccessSet) {
    templates.formUnion(other.templates)
    missingTemplates.formUnion(other.missingTemplates)
    globals.formUnion(other.globals)
    fields.formUnion(other.fields)
    wholeRecords.formUnion(other.wholeRecords)
  }

  /// The same templates, with the values that another set reads.
  func withReads(of other: AccessSet) -> AccessSet {
    var set = other
    set.templates = templates
    set.missingTemplates = missingTemplates
    return set
  }
}
