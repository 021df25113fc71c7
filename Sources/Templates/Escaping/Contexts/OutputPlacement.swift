/// How a value is written at one place of a template, and the context after it.
package struct OutputPlacement: Hashable, Sendable {
  package let escaper: OutputEscaper
  package let after: EscapeContext
}
