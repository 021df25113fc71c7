/// What the scheme of a URL makes a browser do.
enum URLScheme: Hashable, Sendable {
  /// There is none, so the URL is relative.
  case none
  /// One that only leads somewhere: http, https, mailto, tel, sms, ftp.
  case allowed
  /// `data:image/…`.
  case image
  /// One that runs code: `javascript:` and its like, and all other `data:`.
  case code
  /// Anything else that ends with a colon.
  case unknown

  /// Reads the scheme as browsers do: any letter case, line breaks and tabs dropped.
  ///
  /// Spaces and other controls are dropped too, and a colon counts in its HTML spellings, so that a
  /// URL stays harmless if it is decoded once more.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var name = PackedName()
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        self = .none
        return
      case UInt8(ascii: ":"):
        self = Self(name, before: bytes[(index + 1)...])
        return
      case UInt8(ascii: "&") where Self.spellsCharacter(bytes[(index + 1)...]):
        self = .unknown
        return
      case 0...0x20: break
      default: name.append(byte)
      }
    }
    self = .none
  }

  private init(_ name: PackedName, before rest: Slice<UnsafeBufferPointer<UInt8>>) {
    if Self.harmless.contains(where: { name.equals($0) }) {
      self = .allowed
    } else if name.runsCode {
      self = .code
    } else if name.equals(Self.inline) {
      self = Self.isImage(rest) ? .image : .code
    } else {
      self = .unknown
    }
  }

  private static let inline = PackedName("data")
  private static let harmless = [
    PackedName("https"), PackedName("http"), PackedName("mailto"), PackedName("tel"),
    PackedName("sms"), PackedName("ftp"),
  ]

  private static func isImage(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    begins(bytes, with: "image/")
  }

  /// Whether `&` and these bytes may be a character reference for a colon or part of a scheme.
  private static func spellsCharacter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    begins(bytes, with: "#") || begins(bytes, with: "colon") || begins(bytes, with: "tab;")
      || begins(bytes, with: "newline;")
  }

  private static func begins(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, with text: StaticString
  ) -> Bool {
    guard bytes.count >= text.utf8CodeUnitCount else { return false }
    return zip(bytes, 0..<text.utf8CodeUnitCount).allSatisfy {
      $0.asciiLowercased == text.utf8Start[$1]
    }
  }
}

extension PackedName {
  /// Whether a URL with this scheme runs the code that follows it.
  var runsCode: Bool { URLCodeScheme.all.contains { equals($0) } }
}

private enum URLCodeScheme {
  static let all = [PackedName("javascript"), PackedName("vbscript"), PackedName("livescript")]
}
