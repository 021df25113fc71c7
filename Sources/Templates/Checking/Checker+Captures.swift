/// A variable from around a macro's definition that a call passes to the macro.
struct CapturedVariable {
  let name: String
  /// The variable where the macro is defined.
  let outer: Variable
  /// The variable that holds the same where the call stands.
  let here: Variable
}

/// How the body of a macro that is defined inside another reads the variables around it.
///
/// A frame lasts as long as its call, and no frame knows another. So each call of such a macro
/// passes along what lies around the definition, and the body has it in variables of its own.
extension Checker {
  /// The variables that a call here passes from around a macro's definition, in that order.
  func captured(by macro: Int) -> [CapturedVariable] {
    let frame = scopes[macros[macro].scope].frame
    guard let named = namedVariables[frame] else { return [] }
    return named.compactMap { name, outer in
      guard hasStorage(outer), let here = reachable(outer) else { return nil }
      return CapturedVariable(name: name, outer: outer, here: here)
    }
  }

  /// Declares what a macro's body has from around its definition, and returns the variables.
  mutating func declare(_ captured: [CapturedVariable], of macro: Int) -> [Variable] {
    let frame = scopes[scope].frame
    return captured.map { captured in
      let (name, outer) = (captured.name, captured.outer)
      // Of two variables of a name, the body sees the one that is seen where it is defined.
      let isVisible = variable(named: name, from: macros[macro].scope) == outer
      let type = type(of: outer)
      let inner = isVisible ? declare(name, type) : declareHidden(type)
      captures[frame, default: [:]][outer.id] = inner
      return inner
    }
  }

  /// The argument that passes a variable along.
  func argument(for captured: CapturedVariable, at span: Range<Int>) -> CheckedExpression {
    CheckedExpression(
      kind: .variable(captured.here), type: type(of: captured.outer), place: place(span))
  }

  /// The variable that holds the same where the current frame can read it.
  func reachable(_ variable: Variable) -> Variable? {
    let frame = scopes[scope].frame
    if variable.frame == 0 || variable.frame == frame || isCallable(variable) { return variable }
    return captures[frame]?[variable.id]
  }

  /// Whether a variable stands for macros, which are known before rendering in any frame.
  func isCallable(_ variable: Variable) -> Bool {
    switch type(of: variable) {
    case .compileTime(.macro), .compileTime(.module): true
    default: false
    }
  }

  private func hasStorage(_ variable: Variable) -> Bool {
    if case .compileTime(let value) = type(of: variable) { value.hasStorage } else { true }
  }
}
