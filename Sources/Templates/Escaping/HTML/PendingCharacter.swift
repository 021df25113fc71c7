/// A character of which not all bytes have been read.
enum PendingCharacter: Hashable, Sendable, BitwiseCopyable {
  case none
  /// A UTF-8 sequence: the bits so far, and how many bytes are to come.
  case sequence(UInt32, remaining: UInt8)
  /// `&`.
  case ampersand
  /// `&` and letters that begin the named reference with this index.
  case named(Int8, length: UInt8)
  /// `&#`.
  case number
  /// `&#x`.
  case hexadecimal
  /// `&#` and digits.
  case decimalDigits(UInt32)
  /// `&#x` and digits.
  case hexadecimalDigits(UInt32)

  /// What a byte makes of the character before it.
  enum Step {
    /// More bytes are needed.
    case incomplete
    /// The byte ends this character.
    case scalar(UInt32)
    /// This character ended before the byte, which is to be given again.
    case scalarBefore(UInt32)
    /// `&` and the first bytes of this name were no reference; the byte is to be given again.
    case textBefore(StaticString, length: Int)
  }
}

extension PendingCharacter {
  /// Takes one more byte; in an element's text `&` means only itself.
  mutating func advance(over byte: UInt8, withReferences: Bool) -> Step {
    switch self {
    case .none:
      return begin(with: byte, withReferences: withReferences)
    case .sequence(let bits, let remaining):
      return advanceSequence(bits, remaining: remaining, over: byte)
    case .ampersand:
      if byte == UInt8(ascii: "#") {
        self = .number
        return .incomplete
      }
      return extendName(0, length: 0, by: byte)
    case .named(let index, let length):
      return extendName(index, length: length, by: byte)
    case .number:
      if byte | 0x20 == UInt8(ascii: "x") {
        self = .hexadecimal
        return .incomplete
      }
      return extendNumber(nil, radix: 10, by: byte)
    case .hexadecimal: return extendNumber(nil, radix: 16, by: byte)
    case .decimalDigits(let value): return extendNumber(value, radix: 10, by: byte)
    case .hexadecimalDigits(let value): return extendNumber(value, radix: 16, by: byte)
    }
  }

  private mutating func begin(with byte: UInt8, withReferences: Bool) -> Step {
    switch byte {
    case UInt8(ascii: "&") where withReferences:
      self = .ampersand
      return .incomplete
    case 0xC2...0xDF: self = .sequence(UInt32(byte & 0x1F), remaining: 1)
    case 0xE0...0xEF: self = .sequence(UInt32(byte & 0x0F), remaining: 2)
    case 0xF0...0xF4: self = .sequence(UInt32(byte & 0x07), remaining: 3)
    default: return .scalar(byte < 0x80 ? UInt32(byte) : 0xFFFD)
    }
    return .incomplete
  }

  private mutating func advanceSequence(
    _ bits: UInt32, remaining: UInt8, over byte: UInt8
  ) -> Step {
    self = .none
    guard byte & 0xC0 == 0x80 else { return .scalarBefore(0xFFFD) }
    let value = bits << 6 | UInt32(byte & 0x3F)
    guard remaining > 1 else { return .scalar(value) }
    self = .sequence(value, remaining: remaining - 1)
    return .incomplete
  }

  private mutating func extendName(_ index: Int8, length: UInt8, by byte: UInt8) -> Step {
    if let longer = NamedReference.index(extending: Int(index), length: Int(length), by: byte) {
      self = .named(Int8(longer), length: length + 1)
      return .incomplete
    }
    self = .none
    let reference = NamedReference.syntactic[Int(index)]
    if length == reference.name.utf8CodeUnitCount {
      if byte == UInt8(ascii: ";") { return .scalar(reference.scalar) }
      if !reference.needsSemicolon, !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "=") {
        return .scalarBefore(reference.scalar)
      }
    }
    return .textBefore(reference.name, length: Int(length))
  }

  private mutating func extendNumber(_ value: UInt32?, radix: UInt32, by byte: UInt8) -> Step {
    if let digit = byte.hexadecimalValue, UInt32(digit) < radix {
      let longer = min((value ?? 0) * radix + UInt32(digit), 0x11_0000)
      self = radix == 10 ? .decimalDigits(longer) : .hexadecimalDigits(longer)
      return .incomplete
    }
    self = .none
    if let value { return byte == UInt8(ascii: ";") ? .scalar(value) : .scalarBefore(value) }
    return .textBefore("#x", length: radix == 10 ? 1 : 2)
  }
}
