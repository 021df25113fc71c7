/// A macro compiled as a program, for calls from outside of templates.
public struct Component: Sendable {
  public let program: Program
  public let signature: MacroSignature
}
