/// What was written between braces: `{#id .class key=value flag}`, each part with its place.
package struct Attributes: Sendable, Hashable {
  /// The place of the whole, braces included.
  package var span: Range<Int>
  package var id: Value?
  package var classes: [Value]
  package var pairs: [Pair]

  package init(
    span: Range<Int>, id: Value? = nil, classes: [Value] = [], pairs: [Pair] = []
  ) {
    self.span = span
    self.id = id
    self.classes = classes
    self.pairs = pairs
  }

  /// A text and its place.
  package struct Value: Sendable, Hashable {
    package var text: String
    package var span: Range<Int>

    package init(_ text: String, span: Range<Int>) {
      self.text = text
      self.span = span
    }
  }

  /// A key, and its value unless the key stood alone.
  package struct Pair: Sendable, Hashable {
    package var key: Value
    package var value: Value?

    package init(key: Value, value: Value?) {
      self.key = key
      self.value = value
    }
  }

  /// Whether there are only words, as in `{string}`, which prose has in braces too.
  var isWordsOnly: Bool { id == nil && classes.isEmpty && pairs.allSatisfy { $0.value == nil } }

  /// Returns the value of `key`, or `nil` if it is absent or stands alone.
  package subscript(_ key: String) -> Value? {
    pairs.first { $0.key.text == key }?.value
  }

  /// Whether `key` is there, with a value or without.
  package func has(_ key: String) -> Bool { pairs.contains { $0.key.text == key } }
}
