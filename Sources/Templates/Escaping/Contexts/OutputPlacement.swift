/// How a value is written at one place of a template, and the context after it.
public struct OutputPlacement: Hashable, Sendable {
  /// The one step that escapes the value.
  public let escaper: OutputEscaper
  /// Where the text behind the output goes on.
  public let after: EscapeContext
}
