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
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil {
      return nil
    }
    var offset = 0
    var iterator = bytes.makeIterator()
    var decoder = UTF8.ForwardParser()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return min(offset, max(0, bytes.count - 1))
      case .emptyInput: return nil
      }
    }
  }
}
