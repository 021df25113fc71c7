/// A macro compiled as a program, for calls from outside of templates.
public struct Component: Sendable {
  /// What a renderer runs for a call.
  public let program: Program
  /// What a call must and may give.
  public let signature: MacroSignature
}
