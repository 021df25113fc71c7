/// The state of the language inside an element's text or an attribute's value.
enum EmbeddedContext: Hashable, Sendable, BitwiseCopyable {
  /// Nothing but characters.
  case none
  case script(ScriptContext)
  case style(StyleContext)
  case url(URLContext)
  case sourceSet(URLContext)
  case refresh(RefreshContext)
  case document(NestedDocumentContext)

  /// The beginning of an attribute's value.
  init(for attribute: AttributeKind) {
    switch attribute {
    case .plain, .scriptType, .animationValues: self = .none
    case .url: self = .url(URLContext(allowsImages: false))
    case .imageURL: self = .url(URLContext(allowsImages: true))
    case .sourceSet: self = .sourceSet(URLContext(allowsImages: true))
    case .style: self = .style(StyleContext(isAttribute: true))
    case .script: self = .script(ScriptContext())
    case .metaContent: self = .refresh(.start)
    case .document: self = .document(NestedDocumentContext())
    }
  }

  /// Moves over one character.
  mutating func advance(over scalar: UInt32) throws(EscapeRefusalReason) {
    switch self {
    case .none: break
    case .script(var context):
      try context.advance(over: scalar)
      self = .script(context)
    case .style(var context):
      try context.advance(over: scalar)
      self = .style(context)
    case .url(var context):
      try context.advance(over: scalar)
      self = .url(context)
    case .sourceSet(var context):
      try context.advanceInSourceSet(over: scalar)
      self = .sourceSet(context)
    case .refresh(var context):
      self =
        context.advance(over: scalar) ? .url(URLContext(allowsImages: false)) : .refresh(context)
    case .document(var context):
      context.advance(over: scalar)
      self = .document(context)
    }
  }
}
