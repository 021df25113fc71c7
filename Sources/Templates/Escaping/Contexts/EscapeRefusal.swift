/// Why text or a value cannot stand where a template has it.
public struct EscapeRefusal: Error, Hashable, Sendable {
  let reason: EscapeRefusalReason
  /// The place in the scanned bytes; 0 for a value, a join and an end.
  public let offset: Int
}

extension EscapeRefusal {
  /// The stable name of the rule, such as `value-in-tag-name`.
  public var rule: String { reason.rule }
  /// One lower-case phrase: the rule and how to write it instead.
  public var message: String { reason.message }
}
