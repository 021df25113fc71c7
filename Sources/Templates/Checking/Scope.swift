/// The names that a part of a template declares.
struct Scope {
  let parent: Int?
  /// The frame that its variables live in.
  let frame: Int
  var kind: Kind
  var variables: [String: Variable] = [:]
  /// Variables that only some branches assign, with what they hold until then.
  var prologue: [(variable: Variable, value: CheckedExpression)] = []

  enum Kind {
    case globals
    case template
    case loop(Int)
    case inner
    case macro(usesCaller: Bool)
  }
}
