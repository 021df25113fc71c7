/// What one call of a host function gives back: text appended piece by piece, or another value.
public struct HostResult {
  private(set) var bytes: [UInt8] = []
  private(set) var value: Value?

  /// Appends UTF-8 text to the result.
  public mutating func append(utf8: some Sequence<UInt8>) { bytes.append(contentsOf: utf8) }

  /// Gives a number, a truth value or a date instead of text.
  public mutating func set(_ value: Value) {
    precondition(!value.kind.isText, "text is appended as bytes")
    self.value = value
  }
}
