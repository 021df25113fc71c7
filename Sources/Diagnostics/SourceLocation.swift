/// A range of bytes in a named source file.
///
/// Lines and columns exist only in printed text; `SourceFile` works them out.
package struct SourceLocation: Sendable, Hashable {
  /// The file's name as it is printed, with `/` between folders.
  package var file: String
  /// Byte offsets from the start of the file; may be empty, never outside the file.
  package var span: Range<Int>

  package init(file: String, span: Range<Int>) {
    self.file = file
    self.span = span
  }
}
