internal import CommonMark
internal import Diagnostics

/// Finds where bytes stop being UTF-8.
enum UTF8Check {
  /// Returns a finding at the first byte that is not UTF-8, or `nil` when all is well.
  static func fault(in file: SourceFile) -> Diagnostic? {
    firstFault(in: file.bytes).map { offset in
      ContentMessage.notUTF8.at(SourceLocation(file: file.name, span: offset..<offset + 1))
    }
  }

  /// Returns the offset of the first byte that belongs to no scalar, or `nil` when all is well.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    EncodingRepair.firstInvalidOffset(in: bytes, from: 0)
  }
}
