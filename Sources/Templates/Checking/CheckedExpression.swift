/// An expression whose names, fields and calls are resolved and whose type is known.
struct CheckedExpression: Sendable {
  let kind: Kind
  let type: ValueType
  let place: Place

  indirect enum Kind: Sendable {
    case constant(Constant)
    case variable(Variable)
    case field(CheckedExpression, position: Int)
    /// A field or key that is looked up while rendering, by a constant name.
    case member(CheckedExpression, name: String)
    case index(CheckedExpression, CheckedExpression)
    case slice(
      CheckedExpression, start: CheckedExpression?, stop: CheckedExpression?,
      step: CheckedExpression?)
    case list([CheckedExpression])
    case map([(key: CheckedExpression, value: CheckedExpression)])
    case negate(CheckedExpression)
    case not(CheckedExpression)
    case binary(BinaryOperator, CheckedExpression, CheckedExpression)
    case comparison(CheckedExpression, [(comparator: Comparator, operand: CheckedExpression)])
    case concatenation([CheckedExpression])
    case and([CheckedExpression])
    case or([CheckedExpression])
    case conditional(
      then: CheckedExpression, condition: CheckedExpression, otherwise: CheckedExpression?)
    /// The value if it is there, and a fallback otherwise; null counts as absent if `replacesNull`.
    case fallback(CheckedExpression, CheckedExpression, replacesNull: Bool)
    case filter(Filter, [CheckedExpression])
    case test(Test, [CheckedExpression], isNegated: Bool)
    case host(Int, [CheckedExpression])
    case loopAttribute(loop: Int, LoopAttribute)
    case loopCycle(loop: Int, [CheckedExpression])
    case loopChanged(loop: Int, [CheckedExpression])
    /// New mutable fields, with the initial values of the first of them.
    case namespace(Int, [CheckedExpression])
    case namespaceField(CheckedExpression, position: Int)
    case cyclerNext(CheckedExpression)
    case cyclerReset(CheckedExpression)
    case cyclerCurrent(CheckedExpression)
    /// What statements print, as a value.
    case captured(CheckedOutput)
    /// A list made of the elements of another.
    case comprehension(Comprehension)
    /// A value that is given a name for the evaluation of another.
    case binding(Variable, CheckedExpression, in: CheckedExpression)
  }

  struct Comprehension: Sendable {
    let source: CheckedExpression
    let item: Variable
    let condition: CheckedExpression?
    let result: CheckedExpression
  }
}

/// A value known before rendering.
enum Constant: Hashable, Sendable {
  case undefined
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case html(String)
}

/// What a loop tells about itself.
enum LoopAttribute: UInt8, Sendable, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  var name: String {
    switch self {
    case .index: "index"
    case .index0: "index0"
    case .revindex: "revindex"
    case .revindex0: "revindex0"
    case .first: "first"
    case .last: "last"
    case .length: "length"
    case .depth: "depth"
    case .depth0: "depth0"
    case .previtem: "previtem"
    case .nextitem: "nextitem"
    }
  }
}

/// A variable with its frame; frame 0 is that of the page, each macro's body has its own.
struct Variable: Hashable, Sendable {
  /// The variable's number among all of the program, which its type is kept under.
  let id: Int
  let frame: Int
  /// The variable's number within its frame.
  let position: Int
}

/// A place in a template, with how rendering came there.
struct Place: Hashable, Sendable {
  /// The template's number.
  let template: Int
  let span: Range<Int>
  /// The number of the inclusion or call that leads there, 0 for the page itself.
  let trace: Int
}
