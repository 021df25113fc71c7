/// The elements whose text or attributes are read unlike those of others.
enum ElementKind: UInt8, Hashable, Sendable, CaseIterable {
  case ordinary
  case script
  /// A `script` whose type is neither JavaScript nor JSON, such as a template of another language.
  case inertScript
  case style
  case title
  case textarea
  case iframe
  case noembed
  case noframes
  case xmp
  case plaintext
  case meta
  case image
  /// `animate` and `set`, which give another element's attribute values of their own.
  case animation

  /// Finds the kind of the element with this name.
  init(_ name: PackedName) {
    self = Self.known.first { name.equals($0.name) }?.kind ?? .ordinary
  }

  /// The name that ends the element's text, or `nil` if the text is markup.
  var closingName: StaticString? {
    switch self {
    case .script, .inertScript: "script"
    case .style: "style"
    case .title: "title"
    case .textarea: "textarea"
    case .iframe: "iframe"
    case .noembed: "noembed"
    case .noframes: "noframes"
    case .xmp: "xmp"
    case .plaintext: ""
    case .ordinary, .meta, .image, .animation: nil
    }
  }

  /// Whether a name of a special element begins with these characters.
  static func couldBegin(with name: PackedName) -> Bool {
    known.contains { name.begins($0.name) }
  }

  private static let known: [(name: PackedName, kind: ElementKind)] = [
    (PackedName("animate"), .animation), (PackedName("set"), .animation),
    (PackedName("iframe"), .iframe), (PackedName("img"), .image), (PackedName("meta"), .meta),
    (PackedName("noembed"), .noembed), (PackedName("noframes"), .noframes),
    (PackedName("plaintext"), .plaintext), (PackedName("script"), .script),
    (PackedName("style"), .style), (PackedName("textarea"), .textarea),
    (PackedName("title"), .title), (PackedName("xmp"), .xmp),
  ]
}
