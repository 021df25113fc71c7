/// What a component takes: its typed parameters, and whether it shows content given to it.
public struct MacroSignature: Sendable {
  /// One parameter of a component.
  public struct Parameter: Sendable {
    public let name: String
    public let type: ValueType
    /// Whether a call must give it.
    public let isRequired: Bool
    /// The default, if it is a literal.
    let fallback: Constant?
  }

  public let name: String
  public let parameters: [Parameter]
  /// Whether it calls `caller()`; content given to others would be lost.
  public let usesCaller: Bool
}
