import Diagnostics

extension Checker {

  mutating func checkInclude(
    _ name: Expression, ignoresMissing: Bool, withContext: Bool, _ span: Range<Int>
  ) -> [CheckedNode] {
    guard let choice = templateChoice(name, "include") else { return [] }
    let nodes = resolve(choice, at: name.span, ignoresMissing: ignoresMissing) { checker, index in
      checker.include(index, withContext: withContext, at: span)
    }
    return surroundings.isMuted ? [] : nodes
  }

  private mutating func include(
    _ index: Int, withContext: Bool, at span: Range<Int>
  ) -> [CheckedNode] {
    guard mayGoOn(at: span) else { return [] }
    if includeStack.contains(index), let call = recursiveInclude(index, withContext, at: span) {
      return [call]
    }
    let outer = (trace, flow, blocks, placedBlocks, pageScope, surroundings)
    traces.append(Trace(message: "included from here", place: place(span)))
    trace = traces.count - 1
    (blocks, placedBlocks) = ([:], [])
    surroundings.block = nil
    let firstBlock = outerBlocks.count
    includeStack.append(index)
    defer {
      includeStack.removeLast()
      (trace, flow, blocks, placedBlocks, pageScope, surroundings) = outer
    }
    return inScope(.template, parent: withContext ? scope : 1) { checker in
      checker.pageScope = checker.scope
      let nodes = checker.checkPage(index)
      checker.checkUnplacedBlocks(from: firstBlock)
      return checker.prologue(at: 0..<0) + nodes
    }
  }

  mutating func checkImport(
    _ name: Expression, _ alias: Identifier, withContext: Bool
  ) -> [CheckedNode] {
    importing(name, withContext: withContext) { checker, module in
      let variable = checker.assignable(alias, .compileTime(.module(module)))
      checker.flow.types[variable.id] = .compileTime(.module(module))
    }
  }

  mutating func checkImport(
    _ file: Expression, _ names: [Statement.ImportedName], withContext: Bool
  ) -> [CheckedNode] {
    let place = place(file.span)
    var copies: [CheckedNode] = []
    let nodes = importing(file, withContext: withContext) { checker, module in
      for imported in names {
        let exported = checker.exports(of: module)
        guard let variable = exported[imported.name.text] else {
          let hint = NearestName.hint(imported.name.text, among: exported.keys.sorted())
          let file = checker.set.templates[checker.modules[module].template].source.name
          checker.report(
            "undefined-name", "'\(file)' has no '\(imported.name.text)'\(hint)",
            at: imported.name.span)
          checker.flow.types[checker.assignable(imported.alias, .any).id] = .any
          continue
        }
        let type = checker.type(of: variable)
        let copy = checker.assignable(imported.alias, type)
        if case .compileTime(let kind) = type, !kind.hasStorage { continue }
        let value = CheckedExpression(kind: .variable(variable), type: type, place: place)
        copies.append(CheckedNode(kind: .assign(copy, value), place: place))
      }
    }
    return nodes + copies
  }

  private mutating func importing(
    _ name: Expression, withContext: Bool, _ body: (inout Checker, Int) -> Void
  ) -> [CheckedNode] {
    guard let choice = templateChoice(name, "import") else { return [] }
    guard case .first(let names) = choice else {
      report(
        "dynamic-template", "'import' needs one name, as its macros are checked before rendering",
        at: name.span)
      return []
    }
    guard let index = find(names, at: name.span, ignoresMissing: false) else { return [] }
    if includeStack.contains(index), sharedModules[index] == nil {
      let file = set.templates[index].source.name
      report("template-recursion", "'\(file)' imports itself", at: name.span)
      return []
    }
    if !withContext, let shared = sharedModules[index] {
      body(&self, shared)
      return []
    }
    let (module, nodes) = checkModule(index, withContext: withContext, at: name.span)
    if nodes.isEmpty, !withContext, scopes[scope].frame == 0 { share(module) }
    body(&self, module)
    return nodes
  }

  /// The names that a module offers: all but those that begin with an underscore.
  func exports(of module: Int) -> [String: Variable] {
    scopes[modules[module].scope].variables.filter { !$0.key.hasPrefix("_") }
  }

  /// Lets later imports of a template that only defines macros use them too.
  private mutating func share(_ module: Int) {
    sharedModules[modules[module].template] = module
    // What holds in a block is forgotten behind it, but what a macro is holds everywhere.
    for variable in scopes[modules[module].scope].variables.values {
      initialTypes[variable.id] = type(of: variable)
    }
  }

  private mutating func checkModule(
    _ index: Int, withContext: Bool, at span: Range<Int>
  ) -> (module: Int, nodes: [CheckedNode]) {
    let visible = withContext ? visibleVariables() : []
    _ = mayGoOn(at: span, work: visible.count)
    let outer = (template, trace, isEscaped, surroundings, extendsChoice, pageScope)
    traces.append(Trace(message: "imported from here", place: place(span)))
    (template, trace) = (index, traces.count - 1)
    isEscaped = Self.isEscaped(set.templates[index].source.name)
    surroundings = BodySurroundings()
    surroundings.isMuted = true
    let number = modules.count
    includeStack.append(index)
    nesting += 1
    defer {
      nesting -= 1
      includeStack.removeLast()
      (template, trace, isEscaped, surroundings, extendsChoice, pageScope) = outer
    }
    return inScope(.inner, parent: 0) { checker in
      let copies = checker.copy(visible, at: span)
      let (module, nodes) = checker.checkModuleBody(index, number: number, at: span)
      return (module, copies + nodes)
    }
  }

  private mutating func checkModuleBody(
    _ index: Int, number: Int, at span: Range<Int>
  ) -> (module: Int, nodes: [CheckedNode]) {
    inScope(.template) { checker in
      checker.modules.append(Module(template: index, scope: checker.scope))
      checker.pageScope = checker.scope
      guard checker.mayGoOn(at: span) else { return (number, []) }
      let nodes = checker.checkBody(checker.set.templates[index].body)
      let all = checker.prologue(at: span) + nodes
      return (number, all)
    }
  }

  /// Keeps what variables hold now, as an import with context goes on seeing that.
  private mutating func copy(
    _ variables: [(name: String, variable: Variable)], at span: Range<Int>
  ) -> [CheckedNode] {
    variables.compactMap { name, variable in
      let type = type(of: variable)
      let copy = declare(name, type)
      if case .compileTime(let value) = type, !value.hasStorage { return nil }
      let value = CheckedExpression(kind: .variable(variable), type: type, place: place(span))
      return CheckedNode(kind: .assign(copy, value), place: place(span))
    }
  }
}
