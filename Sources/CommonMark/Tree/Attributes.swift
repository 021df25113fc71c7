/// What was written between braces: `{#id .class key=value flag}`, each part with its place.
public struct Attributes: Sendable, Hashable {
  /// The place of the whole, braces included.
  public var span: Range<Int>
  /// The name after `#`; `nil` if there is none.
  public var id: Value?
  /// The names after dots, in the order written.
  public var classes: [Value]
  /// Keys with and without values, in the order written; a key may be there more than once.
  public var pairs: [Pair]

  /// Makes attributes, by default none at all, as if they had been written at `span`.
  public init(
    span: Range<Int>, id: Value? = nil, classes: [Value] = [], pairs: [Pair] = []
  ) {
    self.span = span
    self.id = id
    self.classes = classes
    self.pairs = pairs
  }

  /// A text and its place.
  public struct Value: Sendable, Hashable {
    /// The text as it counts, without the quotes around it.
    public var text: String
    /// The place of the text in the file, without quotes.
    public var span: Range<Int>

    /// Makes a text that was written at `span`.
    public init(_ text: String, span: Range<Int>) {
      self.text = text
      self.span = span
    }
  }

  /// A key, and its value unless the key stood alone.
  public struct Pair: Sendable, Hashable {
    /// What stands before the `=`, or alone.
    public var key: Value
    /// What stands after the `=`; `nil` if the key stands alone.
    public var value: Value?

    /// Makes a pair, or with `nil` a key that stands alone.
    public init(key: Value, value: Value?) {
      self.key = key
      self.value = value
    }
  }

  /// Whether there are only words, as in `{string}`, which prose has in braces too.
  var isWordsOnly: Bool { id == nil && classes.isEmpty && pairs.allSatisfy { $0.value == nil } }

  /// Returns the value of `key`, or `nil` if it is absent or stands alone.
  public subscript(_ key: String) -> Value? {
    pairs.first { $0.key.text == key }?.value
  }

  /// Whether `key` is there, with a value or without.
  public func has(_ key: String) -> Bool { pairs.contains { $0.key.text == key } }
}
