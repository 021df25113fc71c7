/// A macro compiled as a program, for calls from outside of templates.
package struct Component: Sendable {
  package let program: Program
  package let signature: MacroSignature
}
