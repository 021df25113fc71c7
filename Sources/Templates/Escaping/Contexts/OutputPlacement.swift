/// How a value is written at one place of a template, and the context after it.
package struct OutputPlacement: Hashable, Sendable {
  /// The one step that escapes the value.
  package let escaper: OutputEscaper
  /// Where the text behind the output goes on.
  package let after: EscapeContext
}
