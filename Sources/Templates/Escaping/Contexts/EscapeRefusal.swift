/// Why text or a value cannot stand where a template has it.
package struct EscapeRefusal: Error, Hashable, Sendable {
  let reason: EscapeRefusalReason
  /// The place in the scanned bytes; 0 for a value, a join and an end.
  package let offset: Int
}

extension EscapeRefusal {
  /// The stable name of the rule, such as `value-in-tag-name`.
  package var rule: String { reason.rule }
  /// One lower-case phrase: the rule and how to write it instead.
  package var message: String { reason.message }
}
