/// The classes of bytes that Markdown's grammar speaks of.
extension UInt8 {
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isUppercase || (self >= 0x61 && self <= 0x7A) }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isHexDigit: Bool { isDigit || (lowercased >= 0x61 && lowercased <= 0x66) }
  var isControl: Bool { self < 0x20 || self == 0x7F }
  /// Whether the byte continues a UTF-8 sequence.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var uppercased: UInt8 { self >= 0x61 && self <= 0x7A ? self - 0x20 : self }
  var lowercased: UInt8 { isUppercase ? self + 0x20 : self }

  /// ASCII punctuation as CommonMark counts it, which a backslash can escape.
  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }
}
