import Diagnostics

// MARK: - Components

extension Checker {
  /// Checks the macro that is the component of a template, for arguments of its declared types.
  mutating func checkComponent(_ name: String) -> CheckedProgram.Component? {
    guard let variable = scopes[scope].variables[name],
      case .compileTime(.macro(let number)) = type(of: variable)
    else {
      report("undefined-name", "the template needs a macro named '\(name)'", at: 0..<0)
      return nil
    }
    let syntax = macros[number].syntax
    let parameters = syntax.parameters.map { signature(of: $0) }
    let instance = instance(
      of: number, parameters.map(\.type), callBody: nil, at: syntax.name.span, hasMarkup: true)
    return CheckedProgram.Component(
      instance: instance,
      signature: MacroSignature(
        name: name, parameters: parameters, usesCaller: syntax.usesCaller))
  }

  private mutating func signature(
    of parameter: Statement.Parameter
  ) -> MacroSignature.Parameter {
    let name = parameter.name.text
    var type = parameter.type.map { declaredType($0) } ?? .any
    var value: Constant?
    if let fallback = parameter.fallback {
      value = Constant(literal: fallback)
      switch value {
      case .some(.none): type = type.orNone
      case .some(let value): checkDefault(value.type, of: name, declared: type, at: fallback.span)
      case nil:
        // Who calls a component lays its arguments out before anything of the template runs.
        report(
          "component-default",
          "the default of '\(name)' must be a text, a number, true, false or none, "
            + "as authors call the component from content; work it out in the body",
          at: fallback.span)
      }
    }
    return MacroSignature.Parameter(
      name: name, type: type, isRequired: parameter.fallback == nil, fallback: value)
  }

  /// Reports a default that is not of the declared type, and says whether it is.
  @discardableResult
  mutating func checkDefault(
    _ type: ValueType, of name: String, declared: ValueType, at span: Range<Int>
  ) -> Bool {
    if isAssignable(type, to: declared) { return true }
    report(
      "wrong-type",
      "'\(name)' is \(withArticle(declared)), its default is \(withArticle(type))", at: span)
    return false
  }
}

extension Constant {
  /// The value of a literal, or `nil` for an expression that is none.
  fileprivate init?(literal: Expression) {
    switch literal.kind {
    case .none: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .string(let value): self = .string(value)
    case .negate(let operand):
      switch operand.kind {
      case .int(let value): self = .int(-value)
      case .float(let value): self = .float(-value)
      default: return nil
      }
    default: return nil
    }
  }
}
