import Diagnostics

/// A page's templates after checking: what it prints, and all that is wrong.
struct CheckedProgram {
  let nodes: [CheckedNode]
  let instances: [MacroInstance?]
  let loops: [Int: CheckedLoop]
  let namespaces: [NamespaceFields]
  /// The number of variables of each frame.
  let frames: [Int]
  let traces: [Trace?]
  let globals: [Variable]
  let globalTypes: [ValueType]
  let diagnostics: [Diagnostic]
  let accesses: AccessSet
  let trusted: [Diagnostic]
  /// The macro that is the whole program, for a component.
  var component: Component?

  struct Component {
    let instance: Int
    let signature: MacroSignature
  }
}

extension Checker {
  /// Declares the names that every template may use.
  private mutating func declareGlobals(_ globals: [GlobalVariable]) -> [Variable] {
    globals.map { global in
      let variable = declare(global.name, global.type)
      initialTypes[variable.id] = global.type
      return variable
    }
  }

  /// Checks a page, again as long as what is assigned to namespaces changes their types.
  static func check(
    entry: Int, set: TemplateSet, schema: Schema, host: [HostFunction], globals: [GlobalVariable],
    stackBytes: Int? = nil
  ) -> CheckedProgram {
    run(set: set, schema: schema, host: host, stackBytes: stackBytes) { checker in
      let variables = checker.declareGlobals(globals)
      checker.accesses.templates.insert(set.templates[entry].source.name)
      return checker.inScope(.template) { checker in
        checker.pageScope = checker.scope
        checker.includeStack = [entry]
        let nodes = checker.checkPage(entry)
        checker.checkUnplacedBlocks(from: 0)
        let all = checker.prologue(at: 0..<0) + nodes
        return (all, variables, nil)
      }
    }
  }

  /// Checks a template that other templates include, whose names they may give it.
  static func checkPart(
    _ index: Int, set: TemplateSet, schema: Schema, host: [HostFunction],
    globals: [GlobalVariable], stackBytes: Int?
  ) -> CheckedProgram {
    run(set: set, schema: schema, host: host, stackBytes: stackBytes) { checker in
      let variables = checker.declareGlobals(globals)
      checker.allowsUnknownNames = true
      return checker.inScope(.template) { checker in
        checker.pageScope = checker.scope
        checker.includeStack = [index]
        let nodes = checker.checkPage(index)
        checker.checkUnplacedBlocks(from: 0)
        return (nodes, variables, nil)
      }
    }
  }

  /// Checks one macro of a template as a program of its own, for arguments of its declared types.
  static func check(
    macro name: String, in template: Int, set: TemplateSet, schema: Schema, host: [HostFunction],
    globals: [GlobalVariable], stackBytes: Int? = nil
  ) -> CheckedProgram {
    run(set: set, schema: schema, host: host, stackBytes: stackBytes) { checker in
      let variables = checker.declareGlobals(globals)
      checker.accesses.templates.insert(set.templates[template].source.name)
      return checker.inScope(.template) { checker in
        checker.pageScope = checker.scope
        checker.template = template
        checker.isEscaped = Checker.isEscaped(set.templates[template].source.name)
        checker.surroundings.isMuted = true
        let nodes = checker.checkBody(set.templates[template].body)
        let component = checker.checkComponent(name)
        return (checker.prologue(at: 0..<0) + nodes, variables, component)
      }
    }
  }

  private mutating func checkComponent(_ name: String) -> CheckedProgram.Component? {
    guard let variable = scopes[scope].variables[name],
      case .compileTime(.macro(let number)) = type(of: variable)
    else {
      report("undefined-name", "the template needs a macro named '\(name)'", at: 0..<0)
      return nil
    }
    let syntax = macros[number].syntax
    var types: [ValueType?] = []
    var parameters: [MacroSignature.Parameter] = []
    for parameter in syntax.parameters {
      var type = parameter.type.map { declaredType($0) } ?? .any
      if case .none? = parameter.fallback?.kind { type = type.orNone }
      let isLiteral = parameter.fallback.flatMap { Constant(literal: $0) } != nil
      types.append(parameter.fallback == nil || isLiteral ? type : type.orNone)
      parameters.append(
        MacroSignature.Parameter(
          name: parameter.name.text, type: type, isRequired: parameter.fallback == nil,
          fallback: parameter.fallback.flatMap { Constant(literal: $0) }))
    }
    let instance = instance(
      of: number, types, callBody: nil, at: syntax.name.span, hasMarkup: true)
    return CheckedProgram.Component(
      instance: instance,
      signature: MacroSignature(
        name: name, parameters: parameters, usesCaller: syntax.usesCaller))
  }

  private static let namespaceRounds = 4

  private static func run(
    set: TemplateSet, schema: Schema, host: [HostFunction], stackBytes: Int?,
    _ body: (inout Checker) -> (
      nodes: [CheckedNode], globals: [Variable], component: CheckedProgram.Component?
    )
  ) -> CheckedProgram {
    var known: [Place: NamespaceFields] = [:]
    var round = 1
    while true {
      var checker = Checker(set: set, schema: schema, host: host, stackBytes: stackBytes)
      checker.knownNamespaces = known
      let result = body(&checker)
      let found = checker.namespaceFields
      if found == known || round == namespaceRounds || checker.isExhausted {
        checker.checkUncalledMacros()
        return checker.program(result.nodes, result.globals, result.component)
      }
      round += 1
      known = found
      if round == namespaceRounds {
        known = found.mapValues { fields in
          NamespaceFields(names: fields.names, types: fields.types.map { _ in .any })
        }
      }
    }
  }

  /// What the namespaces of each `namespace()` hold at any time.
  private var namespaceFields: [Place: NamespaceFields] {
    var found: [Place: NamespaceFields] = [:]
    for (site, number) in namespaceSites {
      var fields = found[site] ?? NamespaceFields()
      for (name, type) in zip(namespaces[number].names, namespaces[number].types) {
        if let position = fields.names.firstIndex(of: name) {
          fields.types[position] = fields.types[position].joined(with: type)
        } else {
          fields.names.append(name)
          fields.types.append(type)
        }
      }
      found[site] = fields
    }
    return found
  }

  private func program(
    _ nodes: [CheckedNode], _ globals: [Variable], _ component: CheckedProgram.Component?
  ) -> CheckedProgram {
    CheckedProgram(
      nodes: nodes, instances: instances, loops: checkedLoops, namespaces: namespaces,
      frames: frames, traces: traces, globals: globals,
      globalTypes: globals.map { initialTypes[$0.id] ?? .any }, diagnostics: diagnostics,
      accesses: accesses, trusted: trusted, component: component)
  }
}

extension Constant {
  /// The value of a literal, or `nil` for an expression that is none.
  init?(literal: Expression) {
    switch literal.kind {
    case .none: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .string(let value): self = .string(value)
    default: return nil
    }
  }
}
