internal import Templates

/// A record type's fields, each with how its value is made: declared once, so that what the
/// checker knows and what is laid out cannot differ.
struct RecordLayout<Source> {
  struct Field {
    let declaration: Schema.Field
    let value: (Source, inout ModelLayout) -> Value
  }

  let type: RecordTypeID
  let fields: [Field]

  init(_ type: RecordTypeID, _ fields: [Field]) {
    self.type = type
    self.fields = fields
  }

  /// Declares the fields in a schema.
  func define(in schema: inout Schema) {
    schema.define(type, fields: fields.map(\.declaration))
  }

  /// Lays out one record.
  func record(_ source: Source, in layout: inout ModelLayout) -> Value {
    let values = fields.map { $0.value(source, &layout) }
    return layout.builder.record(type, values)
  }

  /// Gives a reserved record its values.
  func fill(
    _ reference: DataBuilder.RecordReference, _ source: Source, in layout: inout ModelLayout
  ) {
    let values = fields.map { $0.value(source, &layout) }
    layout.builder.fill(reference, values)
  }
}

extension RecordLayout.Field {
  init(
    _ name: String, _ type: ValueType, _ summary: String,
    _ value: @escaping (Source, inout ModelLayout) -> Value
  ) {
    self.init(declaration: Schema.Field(name, type, summary), value: value)
  }
}
