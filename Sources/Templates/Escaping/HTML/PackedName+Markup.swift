extension PackedName {
  /// Appends a byte of an attribute's name, minding `data-`, prefixes and `on`.
  mutating func appendAttribute(_ byte: UInt8) {
    append(byte)
    if equals(Known.data), traits.isDisjoint(with: [.custom, .prefixed]) {
      drop(remembering: .custom)
    } else if byte == UInt8(ascii: ":"), !traits.contains(.custom) {
      drop(remembering: equals(Known.namespace) ? [.namespace, .prefixed] : .prefixed)
    } else if equals(Known.handler) {
      insert(.handler)
    } else if ends(with: Known.source) || ends(with: Known.uri) || ends(with: Known.url) {
      insert(.mentionsURL)
    }
  }

  /// Appends a byte of a script's type.
  ///
  /// A character reference could spell any type, so it counts as one that runs.
  mutating func appendScriptType(_ byte: UInt8) {
    if byte.isHTMLSpace { return }
    append(byte)
    if ends(with: Known.script) || byte == UInt8(ascii: "&") { insert(.mentionsScript) }
    if ends(with: Known.json) || ends(with: Known.importMap) || ends(with: Known.speculation) {
      insert(.mentionsJSON)
    }
  }

  /// Whether a script of this type is JavaScript or JSON; no type at all is JavaScript.
  var isScriptType: Bool {
    isEmpty || equals(Known.module) || !traits.isDisjoint(with: [.mentionsScript, .mentionsJSON])
  }

  private enum Known {
    static let data = PackedName("data-")
    static let namespace = PackedName("xmlns:")
    static let handler = PackedName("on")
    static let source = PackedName("src")
    static let uri = PackedName("uri")
    static let url = PackedName("url")
    static let script = PackedName("script")
    static let json = PackedName("json")
    static let importMap = PackedName("importmap")
    static let speculation = PackedName("speculation")
    static let module = PackedName("module")
  }
}
