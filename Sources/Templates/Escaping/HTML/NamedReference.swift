/// A named character reference for a character that some embedded language gives a meaning.
///
/// References for other characters are letters and punctuation as good as any, so their names are
/// taken for the text itself.
struct NamedReference: Sendable {
  let name: StaticString
  let scalar: UInt32
  let needsSemicolon: Bool

  private init(_ name: StaticString, _ scalar: UInt32, needsSemicolon: Bool = true) {
    self.name = name
    self.scalar = scalar
    self.needsSemicolon = needsSemicolon
  }

  /// All of them, in the order of their names.
  static let syntactic: [NamedReference] = [
    NamedReference("AMP", 0x26, needsSemicolon: false),
    NamedReference("DiacriticalGrave", 0x60),
    NamedReference("GT", 0x3E, needsSemicolon: false),
    NamedReference("Hat", 0x5E),
    NamedReference("LT", 0x3C, needsSemicolon: false),
    NamedReference("NewLine", 0x0A),
    NamedReference("NonBreakingSpace", 0xA0),
    NamedReference("QUOT", 0x22, needsSemicolon: false),
    NamedReference("Tab", 0x09),
    NamedReference("UnderBar", 0x5F),
    NamedReference("VerticalLine", 0x7C),
    NamedReference("amp", 0x26, needsSemicolon: false),
    NamedReference("apos", 0x27),
    NamedReference("ast", 0x2A),
    NamedReference("bsol", 0x5C),
    NamedReference("colon", 0x3A),
    NamedReference("comma", 0x2C),
    NamedReference("commat", 0x40),
    NamedReference("dollar", 0x24),
    NamedReference("equals", 0x3D),
    NamedReference("excl", 0x21),
    NamedReference("grave", 0x60),
    NamedReference("gt", 0x3E, needsSemicolon: false),
    NamedReference("lbrace", 0x7B),
    NamedReference("lbrack", 0x5B),
    NamedReference("lcub", 0x7B),
    NamedReference("lowbar", 0x5F),
    NamedReference("lpar", 0x28),
    NamedReference("lsqb", 0x5B),
    NamedReference("lt", 0x3C, needsSemicolon: false),
    NamedReference("midast", 0x2A),
    NamedReference("nbsp", 0xA0, needsSemicolon: false),
    NamedReference("num", 0x23),
    NamedReference("percnt", 0x25),
    NamedReference("period", 0x2E),
    NamedReference("plus", 0x2B),
    NamedReference("quest", 0x3F),
    NamedReference("quot", 0x22, needsSemicolon: false),
    NamedReference("rbrace", 0x7D),
    NamedReference("rbrack", 0x5D),
    NamedReference("rcub", 0x7D),
    NamedReference("rpar", 0x29),
    NamedReference("rsqb", 0x5D),
    NamedReference("semi", 0x3B),
    NamedReference("sol", 0x2F),
    NamedReference("verbar", 0x7C),
    NamedReference("vert", 0x7C),
  ]

  /// Finds the first name that begins as the one at `index` does for `length` bytes and then has
  /// `byte`.
  static func index(extending index: Int, length: Int, by byte: UInt8) -> Int? {
    let beginning = syntactic[index].name
    for candidate in index..<syntactic.count {
      let name = syntactic[candidate].name
      guard name.utf8CodeUnitCount >= length,
        (0..<length).allSatisfy({ name.utf8Start[$0] == beginning.utf8Start[$0] })
      else { return nil }
      if name.utf8CodeUnitCount > length, name.utf8Start[length] == byte { return candidate }
    }
    return nil
  }
}
