/// What was written between braces: `{#id .class key=value flag}`, each part with its place.
public struct Attributes: Sendable, Hashable {
  /// The place of the whole, braces included.
  public var span: Range<Int>
  public var id: Value?
  public var classes: [Value]
  public var pairs: [Pair]

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
    public var text: String
    public var span: Range<Int>

    public init(_ text: String, span: Range<Int>) {
      self.text = text
      self.span = span
    }
  }

  /// A key, and its value unless the key stood alone.
  public struct Pair: Sendable, Hashable {
    public var key: Value
    public var value: Value?

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
