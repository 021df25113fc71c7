/// What a component takes: its typed parameters, and whether it shows content given to it.
package struct MacroSignature: Sendable {
  /// One parameter of a component.
  package struct Parameter: Sendable {
    package let name: String
    package let type: ValueType
    /// Whether a call must give it.
    package let isRequired: Bool
    /// The default, if it is a literal.
    let fallback: Constant?
  }

  package let name: String
  package let parameters: [Parameter]
  /// Whether it calls `caller()`; content given to others would be lost.
  package let usesCaller: Bool
}
