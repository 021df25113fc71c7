/// How a browser reads the value of an attribute.
enum AttributeKind: UInt8, Hashable, Sendable {
  case plain
  case url
  /// The `src` of an image, which may hold `data:image/…`.
  case imageURL
  case sourceSet
  case style
  case script
  /// The `type` of a `script` element.
  case scriptType
  /// The `content` of a `meta` element.
  case metaContent
  /// The `values` of an animation, a list of what may be URLs.
  case animationValues
  /// `srcdoc`, a page within the attribute.
  case document

  /// Finds the kind of an attribute of an element from its name.
  ///
  /// Custom `data-` attributes are judged by the rest of their name, as scripts copy URLs from them
  /// into attributes of that name; scripts and styles they hold none, for `data-one` and
  /// `data-style` are usual names and no browser runs them. Prefixes such as `xlink:` do not count.
  init(_ name: PackedName, of element: ElementKind) {
    let isPlainName = name.traits.isDisjoint(with: [.custom, .prefixed])
    if name.traits.contains(.namespace) || name.equals(Self.namespace) {
      self = .url
    } else if element == .script, isPlainName, name.equals(Self.type) {
      self = .scriptType
    } else if element == .meta, isPlainName, name.equals(Self.content) {
      self = .metaContent
    } else if element == .animation, isPlainName, name.equals(Self.values) {
      self = .animationValues
    } else if element == .animation, isPlainName, Self.ends.contains(where: { name.equals($0) }) {
      self = .url
    } else if element == .image, name.equals(Self.source) {
      self = .imageURL
    } else if let known = Self.known.first(where: { name.equals($0.name) }) {
      self = known.kind == .style && name.traits.contains(.custom) ? .plain : known.kind
    } else if !name.traits.contains(.custom), name.traits.contains(.handler) {
      self = .script
    } else {
      self = name.traits.contains(.mentionsURL) ? .url : .plain
    }
  }

  private static let namespace = PackedName("xmlns")
  private static let type = PackedName("type")
  private static let content = PackedName("content")
  private static let source = PackedName("src")

  private static let values = PackedName("values")
  /// The attributes that say what an animation starts from and comes to.
  private static let ends = [PackedName("from"), PackedName("to"), PackedName("by")]

  private static let known: [(name: PackedName, kind: AttributeKind)] = [
    (PackedName("srcdoc"), .document), (PackedName("style"), .style),
    (PackedName("srcset"), .sourceSet), (PackedName("imagesrcset"), .sourceSet),
    (PackedName("action"), .url), (PackedName("archive"), .url), (PackedName("background"), .url),
    (PackedName("cite"), .url), (PackedName("classid"), .url), (PackedName("codebase"), .url),
    (PackedName("data"), .url), (PackedName("formaction"), .url), (PackedName("href"), .url),
    (PackedName("icon"), .url), (PackedName("longdesc"), .url), (PackedName("manifest"), .url),
    (PackedName("ping"), .url), (PackedName("poster"), .url), (PackedName("profile"), .url),
    (PackedName("usemap"), .url),
  ]
}
