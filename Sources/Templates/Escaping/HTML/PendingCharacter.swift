/// A character of which not all bytes have been read.
enum PendingCharacter: Hashable, Sendable, BitwiseCopyable {
  case none
  /// A UTF-8 sequence: the bits so far, and how many bytes are to come.
  case sequence(UInt32, remaining: UInt8)
  /// `&`.
  case ampersand
  /// `&` and letters that begin the named reference with this index.
  case named(UInt8, length: UInt8)
  /// `&#`.
  case number
  /// `&#x`.
  case hexadecimal
  /// `&#` and digits.
  case decimalDigits(UInt32)
  /// `&#x` and digits.
  case hexadecimalDigits(UInt32)
}
