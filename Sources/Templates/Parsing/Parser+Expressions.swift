extension Parser {
  /// An expression, or several with commas between them as one tuple.
  mutating func parseTuple(allowsCondition: Bool = true) throws(ParseFailure) -> Expression {
    let first = try allowsCondition ? parseExpression() : parseOperators(.or)
    guard current.kind == .comma else { return first }
    var parts = [first]
    while take(.comma) {
      if !startsExpression { break }
      parts.append(try allowsCondition ? parseExpression() : parseOperators(.or))
    }
    return Expression(.tuple(parts), span: first.span.lowerBound..<previousEnd)
  }

  /// `a if c else b`, or anything that binds tighter.
  mutating func parseExpression() throws(ParseFailure) -> Expression {
    try enterExpression()
    defer { expressionDepth -= 1 }
    var then = try parseOperators(.or)
    while takeName("if") {
      let condition = try parseOperators(.or)
      let otherwise: Expression? = takeName("else") ? try parseExpression() : nil
      then = try checked(
        .conditional(then: then, condition: condition, otherwise: otherwise),
        from: then.span.lowerBound)
    }
    return then
  }

  /// Counts a level of nesting, which the caller takes back.
  private mutating func enterExpression() throws(ParseFailure) {
    guard mayNest(expressionDepth + 1, levels: SyntaxLimits.expressionDepth) else {
      throw tooDeep(current.span)
    }
    expressionDepth += 1
  }

  private func tooDeep(_ span: Range<Int>) -> ParseFailure {
    ParseFailure(
      message: "an expression nests at most \(SyntaxLimits.expressionDepth) levels deep", span: span
    )
  }

  func checked(_ kind: Expression.Kind, from start: Int) throws(ParseFailure) -> Expression {
    let expression = Expression(kind, span: start..<previousEnd)
    if expression.depth > SyntaxLimits.expressionDepth { throw tooDeep(expression.span) }
    return expression
  }

  private var startsExpression: Bool {
    switch current.kind {
    case .name: !Self.operatorWords.contains(text(of: current)) || isName("not")
    case .integer, .float, .string, .minus, .plus, .leftParenthesis, .leftBracket, .leftBrace: true
    default: false
    }
  }

  static let operatorWords: Set<String> = ["and", "or", "in", "is", "if", "else", "elif", "not"]
}

// MARK: - Operators

/// How tightly operators bind, loosest first.
enum Precedence: Int, Comparable {
  case or, and, not, comparison, sum, concatenation, product, power, unary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

extension Parser {
  /// Parses operands and operators that bind at least as tightly as `minimum`.
  mutating func parseOperators(_ minimum: Precedence) throws(ParseFailure) -> Expression {
    var left = try parseOperand(minimum)
    while let precedence = currentPrecedence, precedence >= minimum {
      left = try parseOperation(left, precedence)
    }
    return left
  }

  private mutating func parseOperand(_ minimum: Precedence) throws(ParseFailure) -> Expression {
    guard isName("not"), minimum <= .not else { return try parseUnary(withFilters: true) }
    let start = current.span.lowerBound
    try enterExpression()
    defer { expressionDepth -= 1 }
    advance()
    let operand = try parseOperators(.not)
    return try checked(.not(operand), from: start)
  }

  private var currentPrecedence: Precedence? {
    switch current.kind {
    case .plus, .minus: .sum
    case .tilde: .concatenation
    case .star, .slash, .doubleSlash, .percent: .product
    case .doubleStar: .power
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: .comparison
    case .name:
      if isName("or") {
        .or
      } else if isName("and") {
        .and
      } else if isName("in") || (isName("not") && isName("in", next)) {
        .comparison
      } else {
        nil
      }
    default: nil
    }
  }

  private mutating func parseOperation(
    _ left: Expression, _ precedence: Precedence
  ) throws(ParseFailure) -> Expression {
    let start = left.span.lowerBound
    switch precedence {
    case .or:
      advance()
      let right = try parseOperators(precedence.tighter)
      if case .or(let parts) = left.kind { return try checked(.or(parts + [right]), from: start) }
      return try checked(.or([left, right]), from: start)
    case .and:
      advance()
      let right = try parseOperators(precedence.tighter)
      if case .and(let parts) = left.kind { return try checked(.and(parts + [right]), from: start) }
      return try checked(.and([left, right]), from: start)
    case .concatenation: return try parseConcatenation(left)
    case .comparison: return try parseComparisons(left)
    case .sum, .product, .power, .not, .unary:
      let operation = binaryOperator(current.kind)
      advance()
      let right = try parseOperators(precedence.tighter)
      return try checked(.binary(operation, left, right), from: start)
    }
  }

  private func binaryOperator(_ kind: Token.Kind) -> BinaryOperator {
    switch kind {
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .doubleSlash: .floorDivide
    case .percent: .remainder
    default: .power
    }
  }

  private mutating func parseConcatenation(_ left: Expression) throws(ParseFailure) -> Expression {
    var parts = [left]
    while take(.tilde) { parts.append(try parseOperators(.product)) }
    return try checked(.concatenation(parts), from: left.span.lowerBound)
  }

  private mutating func parseComparisons(_ left: Expression) throws(ParseFailure) -> Expression {
    var comparisons: [Expression.Comparison] = []
    while let comparator = takeComparator() {
      comparisons.append(
        Expression.Comparison(comparator: comparator, operand: try parseOperators(.sum)))
    }
    return try checked(.comparison(left, comparisons), from: left.span.lowerBound)
  }

  private mutating func takeComparator() -> Comparator? {
    let comparator: Comparator
    switch current.kind {
    case .equal: comparator = .equal
    case .notEqual: comparator = .notEqual
    case .less: comparator = .less
    case .lessEqual: comparator = .lessEqual
    case .greater: comparator = .greater
    case .greaterEqual: comparator = .greaterEqual
    default:
      if takeName("in") { return .contained }
      guard isName("not"), isName("in", next) else { return nil }
      advance()
      comparator = .notContained
    }
    advance()
    return comparator
  }

  /// `-x` and `+x`, then what follows an operand; filters and tests follow the whole of `-x`.
  mutating func parseUnary(withFilters: Bool) throws(ParseFailure) -> Expression {
    var operand: Expression
    if current.kind == .minus || current.kind == .plus {
      operand = try parseSign()
    } else {
      operand = try parsePostfix(parsePrimary())
    }
    if withFilters { operand = try parseFiltersAndTests(operand) }
    return operand
  }

  private mutating func parseSign() throws(ParseFailure) -> Expression {
    let start = current.span.lowerBound
    let isMinus = current.kind == .minus
    try enterExpression()
    defer { expressionDepth -= 1 }
    advance()
    let operand = try parseUnary(withFilters: false)
    return try checked(isMinus ? .negate(operand) : .plus(operand), from: start)
  }
}
