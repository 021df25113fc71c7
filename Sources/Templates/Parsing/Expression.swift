/// An expression as it was written, with its place.
struct Expression: Hashable, Sendable {
  let kind: Kind
  let span: Range<Int>
  /// How many expressions lie inside each other here, which later passes recurse over.
  let depth: Int

  init(_ kind: Kind, span: Range<Int>) {
    self.kind = kind
    self.span = span
    self.depth = kind.innerDepth + 1
  }

  indirect enum Kind: Hashable, Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    case list([Expression])
    case tuple([Expression])
    case map([MapEntry])
    case name(String)
    case attribute(Expression, Identifier, isOptional: Bool)
    case index(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, Arguments)
    case filter(Expression, Identifier, Arguments)
    case test(Expression, Identifier, Arguments, isNegated: Bool)
    case negate(Expression)
    case plus(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`, with one comparison less than operands.
    case comparison(Expression, [Comparison])
    case concatenation([Expression])
    case and([Expression])
    case or([Expression])
    case conditional(then: Expression, condition: Expression, otherwise: Expression?)
  }

  struct MapEntry: Hashable, Sendable {
    let key: Expression
    let value: Expression
  }

  struct Comparison: Hashable, Sendable {
    let comparator: Comparator
    let operand: Expression
  }
}

/// A name with its place.
struct Identifier: Hashable, Sendable {
  let text: String
  let span: Range<Int>
}

/// What stands between the parentheses of a call.
struct Arguments: Hashable, Sendable {
  struct Named: Hashable, Sendable {
    let name: Identifier
    let value: Expression
  }

  var positional: [Expression] = []
  var named: [Named] = []

  var expressions: [Expression] { positional + named.map(\.value) }
}

enum BinaryOperator: UInt8, Hashable, Sendable {
  case add, subtract, multiply, divide, floorDivide, remainder, power

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .power: "**"
    }
  }
}

enum Comparator: UInt8, Hashable, Sendable {
  case equal, notEqual, less, lessEqual, greater, greaterEqual, contained, notContained

  var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    case .contained: "in"
    case .notContained: "not in"
    }
  }
}

extension Expression.Kind {
  fileprivate var innerDepth: Int {
    switch self {
    case .none, .bool, .int, .float, .string, .name: 0
    case .list(let parts), .tuple(let parts), .concatenation(let parts), .and(let parts),
      .or(let parts):
      Self.deepest(parts)
    case .map(let entries):
      max(Self.deepest(entries.map(\.key)), Self.deepest(entries.map(\.value)))
    case .attribute(let base, _, _), .negate(let base), .plus(let base), .not(let base): base.depth
    case .index(let base, let index): max(base.depth, index.depth)
    case .slice(let base, let start, let stop, let step):
      max(base.depth, start?.depth ?? 0, stop?.depth ?? 0, step?.depth ?? 0)
    case .call(let base, let arguments), .filter(let base, _, let arguments),
      .test(let base, _, let arguments, _):
      max(base.depth, Self.deepest(arguments.expressions))
    case .binary(_, let left, let right): max(left.depth, right.depth)
    case .comparison(let first, let rest): max(first.depth, Self.deepest(rest.map(\.operand)))
    case .conditional(let then, let condition, let otherwise):
      max(then.depth, condition.depth, otherwise?.depth ?? 0)
    }
  }

  private static func deepest(_ expressions: [Expression]) -> Int {
    expressions.reduce(0) { max($0, $1.depth) }
  }
}
