/// How the code of one language is told apart, as a table.
struct LanguageRules: Sendable {
  /// The names it goes by in a code block's first line, the usual one first.
  let names: [String]
  var keywords: WordSet = []
  var constants: WordSet = []
  /// Whether keywords are the same in capitals.
  var ignoresCase = false
  /// What begins a comment that ends with its line.
  var lineComments: [StaticString] = []
  /// Whether such a comment needs a space or the start of a line before it.
  var commentsNeedSpace = false
  var blockComment: Delimited?
  var strings: [Delimited] = []
  /// Bytes beside letters, digits and `_` that names may hold.
  var nameBytes: StaticString = ""
  /// What follows a name or a string that is a key.
  var keySuffix: UInt8?
  /// What a whole line is by its beginning; the first that fits counts.
  var lines: [LinePrefix] = []
  /// Whether all but tags is text, as in HTML.
  var isMarkup = false

  /// A stretch between two marks.
  struct Delimited: Sendable {
    let opening: StaticString
    let closing: StaticString
    /// Whether a backslash takes the meaning of the byte after it.
    var hasEscapes = true
    var mayHaveLines = false

    init(
      _ opening: StaticString, _ closing: StaticString? = nil, escapes: Bool = true,
      lines: Bool = false
    ) {
      self.opening = opening
      self.closing = closing ?? opening
      hasEscapes = escapes
      mayHaveLines = lines
    }
  }

  struct LinePrefix: Sendable {
    let prefix: StaticString
    let kind: HighlightClass

    init(_ prefix: StaticString, _ kind: HighlightClass) {
      self.prefix = prefix
      self.kind = kind
    }
  }
}

extension LanguageRules {
  /// The bytes that comments and strings begin with.
  var openings: ByteSet {
    var bytes = ByteSet()
    if let blockComment { bytes.insert(blockComment.opening.utf8Start.pointee) }
    for comment in lineComments { bytes.insert(comment.utf8Start.pointee) }
    for string in strings { bytes.insert(string.opening.utf8Start.pointee) }
    return bytes
  }

  /// The ASCII bytes that names hold.
  var allNameBytes: ByteSet {
    var bytes = Self.usualNameBytes
    for index in 0..<nameBytes.utf8CodeUnitCount { bytes.insert(nameBytes.utf8Start[index]) }
    return bytes
  }

  private static let usualNameBytes: ByteSet = {
    var bytes = ByteSet()
    for byte in UInt8(0)..<128 where byte.isAlphanumeric || byte == UInt8(ascii: "_") {
      bytes.insert(byte)
    }
    return bytes
  }()

  /// Every language there are rules for.
  static let all: [LanguageRules] = [
    .css, .diff, .html, .javaScript, .json, .markdown, .python, .r, .shell, .sql, .swift, .toml,
    .yaml,
  ]

  /// Names that ask for no colours.
  static let plainNames: Set<String> = ["", "text", "txt", "plain", "none", "output", "console"]

  private static let byName: [String: LanguageRules] = Dictionary(
    all.flatMap { rules in rules.names.map { ($0, rules) } },
    uniquingKeysWith: { first, _ in first })

  /// Returns the rules for a name, in whatever case.
  static func named(_ name: String) -> LanguageRules? { byName[name.lowercased()] }
}
