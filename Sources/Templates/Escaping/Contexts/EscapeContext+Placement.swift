extension EscapeContext {
  /// Says how a value is written here, or why it cannot stand here.
  ///
  /// Pass the kind of the value where its type tells it, and `nil` otherwise: attributes with their
  /// names and whole style declarations can only stand in places of their own.
  package func placement(
    of kind: ValueKind? = nil
  ) throws(EscapeRefusal) -> OutputPlacement {
    OutputPlacement(escaper: .text, after: self)
  }
}
