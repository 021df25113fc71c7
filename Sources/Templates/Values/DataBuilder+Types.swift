/// Renders trust that values are what the schema says, so that is made sure of when they are laid
/// out.
extension DataBuilder {
  /// Whether values of this store may hold the value: a page's may hold the site's, not the reverse.
  func mayHold(_ value: Value) -> Bool {
    target == .page || value.region != .page
  }

  /// The first of a record's values that may not stand where it does; `nil` if all may.
  func firstMisfit(_ values: [Value], _ type: RecordTypeID) -> Int? {
    let shapes = schema.shapes
    return cells.withUnsafeBufferPointer { cells in
      let fields = shapes.records[type.index]
      return values.indices.first { position in
        !mayHold(values[position])
          || !shapes.has(values[position], fields[position], in: cells, of: region)
      }
    }
  }
}
