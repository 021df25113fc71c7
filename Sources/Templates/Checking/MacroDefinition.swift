/// A macro with the place where it was defined.
struct MacroDefinition {
  let syntax: Statement.Macro
  let template: Int
  let trace: Int
  /// The scope its body sees.
  let scope: Int
  let isEscaped: Bool
  var wasChecked = false

  /// Where in its template the macro's name stands.
  var place: Range<Int> { syntax.name.span }
}

/// What a macro's body reads; who calls it reads the same.
struct InstanceReads {
  var own = AccessSet()
  var callees: Set<Int> = []
}

/// What makes two checks of a macro's body the same.
struct InstanceKey: Hashable {
  let macro: Int
  let arguments: [ValueType?]
  /// The types of the variables that its body may see from outside.
  let surroundings: [Int: ValueType]
  /// The variables from around its definition that the call passes, by number.
  let captured: [Int]
  /// The number of the call block, as each has a body of its own.
  let callBlock: Int?
}

/// The body of a call block, kept until the macro calls it.
struct CallBody {
  let block: Statement.CallBlock
  let scope: Int
  let frame: Int
  let template: Int
  let trace: Int
  let flow: Flow
  let isEscaped: Bool
  /// What `caller` and `super` mean where the block stands.
  let surroundings: BodySurroundings
}

/// What depends on where a statement stands and not on names.
struct BodySurroundings {
  /// The call block whose body `caller()` prints, by number.
  var callBody: Int?
  /// The variable that holds the call block's frame.
  var callerFrame: Variable?
  /// Markup from outside that `caller()` prints instead.
  var callerMarkup: Variable?
  /// The block being printed and how many of its definitions lie above.
  var block: (name: String, level: Int)?
  /// Whether output goes nowhere, as outside the blocks of a template that extends another.
  var isMuted = false
}

/// A block with all its definitions, that of the outermost child first.
struct BlockChain {
  var definitions: [(block: Statement.Block, template: Int, trace: Int)] = []
}

/// The fields of the namespaces that one call of `namespace()` makes.
struct NamespaceFields: Equatable {
  var names: [String] = []
  var types: [ValueType] = []
}

/// An imported template's names.
struct Module {
  let template: Int
  let scope: Int
}

/// A loop as its body sees it.
struct LoopFacts {
  let element: ValueType
  let iterable: ValueType
  let isRecursive: Bool
  let frame: Int
  var isUsed = false
}

/// How rendering comes from one template into another.
struct Trace: Hashable {
  let message: String
  let place: Place
}
