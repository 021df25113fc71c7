/// What the bytes of a value are known to be, by its type or by a wrapper an author put around it.
///
/// Only the kind that fits a place changes how it is written there; elsewhere every kind is text.
public enum ValueKind: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// Characters that mean nothing; what all content is.
  case text
  /// A number, `true`, `false` or `null`, spelt as in JSON.
  case literal
  /// A JSON text, such as the result of `tojson`.
  case json
  /// Trusted markup: the result of `safe`, of a macro, of a captured block.
  case html
  /// A URL whose scheme is trusted: the result of `safe_url`.
  case url
  /// Trusted script code: the result of `safe_js`.
  case script
  /// Trusted style code: the result of `safe_css`.
  case style
  /// Attributes with their names, each after a space: the result of `xmlattr`.
  case attributes
}
