/// Writes the values of a script as JSON that is safe where the script stands.
///
/// For lists, maps and records the caller writes `[`, `]`, `{`, `}`, `,` and `:` itself; none of
/// them needs escaping in any script.
package enum ScriptValueWriter {
  /// Appends a quoted string.
  package static func writeString(
    _ bytes: UnsafeBufferPointer<UInt8>, in slot: ScriptSlot, to output: inout OutputBuffer
  ) {
  }
}
