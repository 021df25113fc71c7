package import Diagnostics

/// A value with the bytes it was read from.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let span: Range<Int>

  package init(_ value: Value, span: Range<Int>) {
    self.value = value
    self.span = span
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), span: span)
  }
}

/// The file an entity was read from and where its keys stand in it.
package struct Origin: Sendable {
  /// Relative to the site's folder, such as `content/projects/istv.md`.
  package let file: String
  /// The place to point at when no better one is known.
  package let span: Range<Int>
  private let places: [Place]

  private struct Place: Sendable {
    let key: String
    let keySpan: Range<Int>
    let valueSpan: Range<Int>
  }

  init(file: String, span: Range<Int>, entries: [YAMLValue.Entry] = []) {
    self.file = file
    self.span = span
    self.places = entries.map {
      Place(key: $0.key, keySpan: $0.keySpan, valueSpan: $0.value.span)
    }
  }

  package var location: SourceLocation { SourceLocation(file: file, span: span) }

  /// Whether the source has a key.
  package func has(_ key: String) -> Bool { places.contains { $0.key == key } }

  /// The place of a key, or of the entity when it does not have the key.
  package func location(ofKey key: String) -> SourceLocation {
    SourceLocation(file: file, span: places.first { $0.key == key }?.keySpan ?? span)
  }

  /// The place of a key's value, or of the entity when it does not have the key.
  package func location(ofValue key: String) -> SourceLocation {
    SourceLocation(file: file, span: places.first { $0.key == key }?.valueSpan ?? span)
  }

  package func location(_ span: Range<Int>) -> SourceLocation {
    SourceLocation(file: file, span: span)
  }
}
