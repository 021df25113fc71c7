/// What a component takes: its typed parameters, and whether it shows content given to it.
public struct MacroSignature: Sendable {
  /// One parameter of a component.
  public struct Parameter: Sendable {
    /// The name under which a call gives the argument.
    public let name: String
    /// The declared type, with null if that is the default; any type if none is declared.
    public let type: ValueType
    /// Whether a call must give it.
    public let isRequired: Bool
    /// The default, if it is a literal.
    let fallback: Constant?
  }

  /// The macro's name in its template.
  public let name: String
  /// In the order declared, which is also that of a program's arguments.
  public let parameters: [Parameter]
  /// Whether it calls `caller()`; content given to others would be lost.
  public let usesCaller: Bool
}
