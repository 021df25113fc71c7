/// A statement of a template, or text or a value that it prints, with its place.
struct Statement: Sendable {
  let kind: Kind
  /// The tag that opens it, or the text.
  let span: Range<Int>

  indirect enum Kind: Sendable {
    case text
    case output(Expression)
    case conditional([Branch], otherwise: [Statement]?)
    case loop(Loop)
    case assign(targets: [Target], value: Expression)
    case capture(Target, filters: [FilterUse], body: [Statement])
    case with([Binding], body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoresMissing: Bool, withContext: Bool)
    case importModule(Expression, alias: Identifier, withContext: Bool)
    case importNames(Expression, names: [ImportedName], withContext: Bool)
    case macro(Macro)
    case call(CallBlock)
    case filter([FilterUse], body: [Statement])
    case autoescape(Expression, body: [Statement])
    case breakLoop
    case continueLoop
  }

  /// One `if` or `elif` with its body.
  struct Branch: Sendable {
    let condition: Expression
    let body: [Statement]
  }

  struct Loop: Sendable {
    let target: Pattern
    let iterable: Expression
    let filter: Expression?
    let isRecursive: Bool
    let body: [Statement]
    let otherwise: [Statement]?
  }

  /// What a loop binds: a name, or names for the parts of each element.
  indirect enum Pattern: Sendable {
    case name(Identifier)
    case parts([Pattern], span: Range<Int>)
  }

  /// What `set` assigns to: a name, or a field of a namespace.
  struct Target: Sendable {
    let name: Identifier
    let field: Identifier?
  }

  struct Binding: Sendable {
    let name: Identifier
    let value: Expression
  }

  struct Block: Sendable {
    let name: Identifier
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
  }

  struct ImportedName: Sendable {
    let name: Identifier
    let alias: Identifier
  }

  struct FilterUse: Sendable {
    let name: Identifier
    let arguments: Arguments
  }

  /// A declared parameter, with its type and default if it has them.
  struct Parameter: Sendable {
    let name: Identifier
    let type: TypeExpression?
    let fallback: Expression?
  }

  struct Macro: Sendable {
    let name: Identifier
    let parameters: [Parameter]
    let body: [Statement]
    /// Whether the body uses `caller` anywhere.
    let usesCaller: Bool
    /// Whether the body uses the extra arguments of a call.
    let usesExtraArguments: Bool
  }

  struct CallBlock: Sendable {
    let parameters: [Parameter]
    let callee: Expression
    let body: [Statement]
  }
}

/// A type as a macro's parameter declares it: a name, with an element type for lists and maps.
struct TypeExpression: Hashable, Sendable {
  let name: Identifier
  let arguments: [TypeExpression]
}

/// A template after parsing.
struct TemplateSyntax: Sendable {
  let source: TemplateSource
  let body: [Statement]
}
