/// A range of bytes in a named source file.
///
/// Lines and columns exist only in printed text; `SourceFile` works them out.
public struct SourceLocation: Sendable, Hashable {
  /// The file's name as it is printed, with `/` between folders.
  public var file: String
  /// Byte offsets from the start of the file; may be empty, never outside the file.
  public var span: Range<Int>

  /// Makes a location of byte offsets, which must lie inside the file.
  public init(file: String, span: Range<Int>) {
    self.file = file
    self.span = span
  }
}
