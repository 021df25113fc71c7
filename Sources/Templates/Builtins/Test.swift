/// The tests that are part of the language.
enum Test: UInt8, Sendable, CaseIterable {
  case defined, undefined, even, odd, none, string, number, integer, float, iterable, boolean
  case `true`, `false`, mapping, sequence, divisibleBy, equal, notEqual, less, lessEqual, greater
  case greaterEqual, contained, lower, upper, sameAs, startingWith, endingWith, containing
  case callable, escaped, filter, test, truthy
  /// Neither null nor absent.
  case present
}

extension Test {
  /// All tests that templates can name, with their parameters after the value.
  static let signatures: [BuiltinSignature<Test>] = [
    .init("!=", .notEqual, "other"),
    .init("<", .less, "other"),
    .init("<=", .lessEqual, "other"),
    .init("==", .equal, "other"),
    .init(">", .greater, "other"),
    .init(">=", .greaterEqual, "other"),
    .init("boolean", .boolean),
    .init("callable", .callable),
    .init("containing", .containing, "pat"),
    .init("defined", .defined),
    .init("divisible_by", .divisibleBy, "num|divisor"),
    .init("divisibleby", .divisibleBy, "num|divisor"),
    .init("ending_with", .endingWith, "pat"),
    .init("endingwith", .endingWith, "pat"),
    .init("eq", .equal, "other"),
    .init("equalto", .equal, "other"),
    .init("escaped", .escaped),
    .init("even", .even),
    .init("false", .false),
    .init("filter", .filter),
    .init("float", .float),
    .init("ge", .greaterEqual, "other"),
    .init("greaterthan", .greater, "other"),
    .init("gt", .greater, "other"),
    .init("in", .contained, "seq"),
    .init("integer", .integer),
    .init("iterable", .iterable),
    .init("le", .lessEqual, "other"),
    .init("lessthan", .less, "other"),
    .init("lower", .lower),
    .init("lt", .less, "other"),
    .init("mapping", .mapping),
    .init("ne", .notEqual, "other"),
    .init("none", .none),
    .init("number", .number),
    .init("odd", .odd),
    .init("sameas", .sameAs, "other"),
    .init("sequence", .sequence),
    .init("starting_with", .startingWith, "pat"),
    .init("startingwith", .startingWith, "pat"),
    .init("string", .string),
    .init("test", .test),
    .init("true", .true),
    .init("undefined", .undefined),
    .init("upper", .upper),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: signatures.map { ($0.name, $0) })
}
