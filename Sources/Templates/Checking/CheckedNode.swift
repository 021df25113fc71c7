/// A statement ready to be compiled: includes, blocks and imports are resolved to what they hold.
struct CheckedNode: Sendable {
  let kind: Kind
  let place: Place

  indirect enum Kind: Sendable {
    case text
    case output(CheckedExpression, isEscaped: Bool)
    case conditional(
      [(condition: CheckedExpression, body: [CheckedNode])], otherwise: [CheckedNode])
    case loop(CheckedLoop)
    case assign(Variable, CheckedExpression)
    /// Takes a list apart into variables.
    case unpack(CheckedPattern, CheckedExpression)
    case assignNamespace(CheckedExpression, position: Int, CheckedExpression)
    case group([CheckedNode])
    case breakLoop
    case continueLoop
  }
}

/// A loop with the variables it binds.
struct CheckedLoop: Sendable {
  let id: Int
  let pattern: CheckedPattern
  let iterable: CheckedExpression
  let filter: CheckedExpression?
  let isRecursive: Bool
  /// Which of the loop's own values the body asks for.
  let usesLoop: Bool
  let body: [CheckedNode]
  let otherwise: [CheckedNode]
}

/// What a loop or a `set` with several names binds.
indirect enum CheckedPattern: Sendable {
  case variable(Variable)
  case parts([CheckedPattern])
}

/// Something that prints: when it is printed directly it needs no intermediate value.
enum CheckedOutput: Sendable {
  case nodes([CheckedNode])
  case macro(CheckedCall)
  /// The body of a call block, run in the frame of the block.
  case caller(CheckedCaller)
  /// A recursive loop run again with other elements.
  case recursion(loop: Int, from: Int, CheckedExpression)
}

/// A call of a macro's body as checked for the types of its arguments.
struct CheckedCall: Sendable {
  let instance: Int
  let arguments: [CheckedExpression]
}

struct CheckedCaller: Sendable {
  /// The variable of the macro's frame that holds where the call block's frame is.
  let frameHolder: Variable
  let frame: Int
  let parameters: [Variable]
  let arguments: [CheckedExpression]
  let body: [CheckedNode]
  /// Set when the body is markup given from outside, as a value.
  let identifier: Int
}

/// A macro's body checked for one list of argument types.
struct MacroInstance: Sendable {
  let name: String
  let frame: Int
  let parameters: [Variable]
  /// Holds where the frame of the call block is, if the macro was called by one.
  let callerFrame: Variable?
  var body: [CheckedNode]
  let isEscaped: Bool
}
