/// A value of a YAML document, with the bytes it stands on.
///
/// Scalars are what the author typed and nothing more: whether `no`, `1e3` or `2021-09` is a truth
/// value, a number or a month is for the schema to say.
package struct YAMLValue: Sendable, Hashable {
  package let content: Content
  /// Byte offsets in the whole file; for lists and mappings, where they begin.
  package let span: Range<Int>

  package enum Content: Sendable, Hashable {
    case scalar(String)
    /// Nothing after the key, or a plain `null` or `~`.
    case empty
    case sequence([YAMLValue])
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let keySpan: Range<Int>
    package let value: YAMLValue
  }
}

extension YAMLValue {
  /// What the value is, in the words of messages: `text`, `nothing`, `a list`, `named values`.
  package var kindName: String {
    switch content {
    case .scalar: "text"
    case .empty: "nothing"
    case .sequence: "a list"
    case .mapping: "named values"
    }
  }
}
