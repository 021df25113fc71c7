import Diagnostics

/// Which templates a name in `extends`, `include` or `import` may stand for.
indirect enum TemplateChoice {
  /// The first of these that exists.
  case first([String])
  case conditional(Expression, then: TemplateChoice, otherwise: TemplateChoice)
  /// A variable that holds one of several names.
  case oneOf(Expression, [String])
}

extension Checker {
  static func isEscaped(_ name: String) -> Bool {
    [".html", ".htm", ".xml"].contains { name.hasSuffix($0) }
  }

  // MARK: Names of templates

  /// Works out the names an expression may give, or reports that it cannot be told.
  mutating func templateChoice(_ expression: Expression, _ keyword: String) -> TemplateChoice? {
    switch expression.kind {
    case .string(let name): return .first([name])
    case .list(let parts), .tuple(let parts):
      var names: [String] = []
      for part in parts {
        guard let choices = textChoices(part), choices.count == 1 else {
          return refuseChoice(part, keyword)
        }
        names += choices
      }
      return .first(names)
    case .conditional(let then, let condition, let otherwise?):
      guard let first = templateChoice(then, keyword),
        let second = templateChoice(otherwise, keyword)
      else { return nil }
      return .conditional(condition, then: first, otherwise: second)
    default:
      guard let choices = textChoices(expression) else { return refuseChoice(expression, keyword) }
      return choices.count == 1 ? .first(choices) : .oneOf(expression, choices)
    }
  }

  private mutating func refuseChoice(
    _ expression: Expression, _ keyword: String
  ) -> TemplateChoice? {
    _ = check(expression)
    report(
      "dynamic-template",
      "'\(keyword)' needs a name that is known before rendering: a text, a choice between texts or a list of them",
      at: expression.span)
    return nil
  }

  /// The first template of a list of names, or `nil` after reporting that none exists.
  private mutating func find(
    _ names: [String], at span: Range<Int>, ignoresMissing: Bool
  ) -> Int? {
    for name in names {
      if let index = set.index(of: name) {
        accesses.templates.insert(name)
        return index
      }
      accesses.missingTemplates.insert(name)
    }
    if !ignoresMissing {
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      let hint = names.first.map { NearestName.hint($0, among: set.names) } ?? ""
      report("unknown-template", "there is no template \(list)\(hint)", at: span)
    }
    return nil
  }

  /// Checks what each choice of a template leads to, and joins the results.
  private mutating func resolve(
    _ choice: TemplateChoice, at span: Range<Int>, ignoresMissing: Bool,
    _ body: (inout Checker, Int) -> [CheckedNode]
  ) -> [CheckedNode] {
    switch choice {
    case .first(let names):
      guard let index = find(names, at: span, ignoresMissing: ignoresMissing) else { return [] }
      return body(&self, index)
    case .conditional(let condition, let then, let otherwise):
      let test = check(condition)
      let first = resolve(then, at: span, ignoresMissing: ignoresMissing, body)
      let second = resolve(otherwise, at: span, ignoresMissing: ignoresMissing, body)
      return [
        CheckedNode(kind: .conditional([(test, first)], otherwise: second), place: place(span))
      ]
    case .oneOf(let expression, let names):
      let value = check(expression)
      let branches = names.map { name in
        let text = constant(.string(name), .string, span)
        let test = CheckedExpression(
          kind: .comparison(value, [(.equal, text)]), type: .bool, place: place(span))
        return (
          condition: test,
          body: resolve(.first([name]), at: span, ignoresMissing: ignoresMissing, body)
        )
      }
      return [CheckedNode(kind: .conditional(branches, otherwise: []), place: place(span))]
    }
  }

  // MARK: Pages

  /// Checks a template with its parents; the result prints all of the page.
  mutating func checkPage(_ index: Int) -> [CheckedNode] {
    let outer = (template, isEscaped, extendsChoice, surroundings.isMuted)
    template = index
    isEscaped = Self.isEscaped(set.templates[index].source.name)
    extendsChoice = nil
    surroundings.isMuted = false
    nesting += 1
    defer {
      nesting -= 1
      (template, isEscaped, extendsChoice, surroundings.isMuted) = outer
    }
    let body = set.templates[index].body
    collectBlocks(body, isInner: false)
    let nodes = checkBody(body)
    guard let parent = extendsChoice, mayGoOn(at: parent.span) else { return nodes }
    guard let choice = templateChoice(parent, "extends") else { return nodes }
    let blocksHere = blocks
    let child = place(parent.span)
    return nodes
      + resolve(choice, at: parent.span, ignoresMissing: false) { checker, index in
        checker.blocks = blocksHere
        return checker.checkParent(index, of: child)
      }
  }

  private mutating func checkParent(_ index: Int, of child: Place) -> [CheckedNode] {
    let name = set.templates[index].source.name
    if includeStack.contains(index) {
      report("template-recursion", "'\(name)' extends itself", at: child.span)
      return []
    }
    let outer = trace
    traces.append(Trace(message: "extended from here", place: child))
    trace = traces.count - 1
    includeStack.append(index)
    defer {
      trace = outer
      includeStack.removeLast()
    }
    return checkPage(index)
  }

  mutating func checkExtends(_ name: Expression, _ span: Range<Int>) {
    if extendsChoice != nil {
      report("template-syntax", "a template extends one other, found a second 'extends'", at: span)
    } else if branchDepth > 0 || scope != pageScope {
      report(
        "template-syntax",
        "'extends' stands outside of other statements; write 'extends a if x else b' for a choice",
        at: span)
    } else {
      extendsChoice = name
      surroundings.isMuted = true
    }
  }

  // MARK: Blocks

  private mutating func collectBlocks(_ statements: [Statement], isInner: Bool) {
    for statement in statements {
      switch statement.kind {
      case .block(let block):
        blocks[block.name.text, default: BlockChain()].definitions.append(
          (block, template, trace))
        if !isInner { outerBlocks.append((block.name, template, trace)) }
        collectBlocks(block.body, isInner: true)
      case .conditional(let branches, let otherwise):
        for branch in branches { collectBlocks(branch.body, isInner: isInner) }
        collectBlocks(otherwise ?? [], isInner: isInner)
      case .loop(let loop):
        collectBlocks(loop.body, isInner: isInner)
        collectBlocks(loop.otherwise ?? [], isInner: isInner)
      case .with(_, let body), .filter(_, let body), .autoescape(_, let body),
        .capture(_, _, let body):
        collectBlocks(body, isInner: isInner)
      case .call(let block): collectBlocks(block.body, isInner: isInner)
      case .text, .output, .assign, .extends, .include, .importModule, .importNames, .macro,
        .breakLoop, .continueLoop:
        break
      }
    }
  }

  mutating func checkBlock(_ block: Statement.Block, _ span: Range<Int>) -> [CheckedNode] {
    if surroundings.isMuted { return [] }
    let nodes = placeBlock(block.name.text, isScoped: block.isScoped, at: block.name.span)
    if let chain = blocks[block.name.text], let first = chain.definitions.first,
      first.block.isRequired, !allowsUnknownNames
    {
      report(
        "missing-block", "the block '\(block.name.text)' is required, but no template fills it",
        at: block.name.span)
    }
    for level in 1..<max(1, blocks[block.name.text]?.definitions.count ?? 1) {
      // What no child shows must hold all the same.
      _ = placeDefinition(block.name.text, level: level, scope: blockScope(block.isScoped))
    }
    return nodes
  }

  private func blockScope(_ isScoped: Bool) -> Int { isScoped ? scope : pageScope }

  private mutating func placeBlock(
    _ name: String, isScoped: Bool, at span: Range<Int>
  ) -> [CheckedNode] {
    guard scopes[scope].frame == 0 || isScoped || pageScope == scope else {
      report("template-syntax", "a block cannot stand in a macro", at: span)
      return []
    }
    placedBlocks.insert(name)
    return placeDefinition(name, level: 0, scope: blockScope(isScoped))
  }

  /// Checks one definition of a block as if it stood here.
  mutating func placeDefinition(_ name: String, level: Int, scope parent: Int) -> [CheckedNode] {
    guard let chain = blocks[name], level < chain.definitions.count else { return [] }
    let definition = chain.definitions[level]
    guard mayGoOn(at: definition.block.name.span) else { return [] }
    let outer = (template, trace, isEscaped, surroundings, flow, extendsChoice)
    (template, trace) = (definition.template, definition.trace)
    isEscaped = Self.isEscaped(set.templates[template].source.name)
    surroundings.block = (name, level)
    surroundings.isMuted = false
    nesting += 1
    defer {
      nesting -= 1
      (template, trace, isEscaped, surroundings, flow, extendsChoice) = outer
    }
    return inScope(.inner, parent: parent) { checker in
      let nodes = checker.checkBody(definition.block.body)
      return checker.prologue(at: definition.block.name.span) + nodes
    }
  }

  mutating func callSuper(_ arguments: Arguments, _ span: Range<Int>) -> CheckedExpression {
    guard let (name, level) = surroundings.block else {
      report("undefined-name", "'super()' stands outside a block", at: span)
      return mistaken(span)
    }
    guard let chain = blocks[name], level + 1 < chain.definitions.count else {
      report("undefined-name", "no parent has a block '\(name)', so 'super()' is nothing", at: span)
      return mistaken(span)
    }
    let isScoped = chain.definitions.contains { $0.block.isScoped }
    let nodes = placeDefinition(name, level: level + 1, scope: isScoped ? scope : pageScope)
    return CheckedExpression(
      kind: .captured(.nodes(nodes)), type: isEscaped ? .html : .string, place: place(span))
  }

  mutating func callBlock(
    _ name: Identifier, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    guard blocks[name.text] != nil else {
      let hint = NearestName.hint(name.text, among: blocks.keys.sorted())
      report("unknown-field", "there is no block '\(name.text)'\(hint)", at: name.span)
      return mistaken(span)
    }
    let nodes = placeDefinition(name.text, level: 0, scope: pageScope)
    return CheckedExpression(
      kind: .captured(.nodes(nodes)), type: isEscaped ? .html : .string, place: place(span))
  }

  /// Reports blocks that no parent shows, and checks those whose surroundings were replaced.
  mutating func checkUnplacedBlocks(from start: Int) {
    let outer = outerBlocks[start...]
    for (name, file, step) in outer where blocks[name.text]?.definitions.count == 1 {
      if placedBlocks.contains(name.text) { continue }
      let known = outer.filter { $0.1 != file }.map(\.0.text)
      let here = (template, trace)
      (template, trace) = (file, step)
      let hint = NearestName.hint(name.text, among: known)
      report("unknown-block", "no parent has a block '\(name.text)'\(hint)", at: name.span)
      (template, trace) = here
    }
    for name in blocks.keys.sorted() where !placedBlocks.contains(name) {
      for level in blocks[name]?.definitions.indices ?? 0..<0 {
        _ = placeDefinition(name, level: level, scope: pageScope)
      }
    }
  }

  // MARK: Includes and imports

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

  mutating func checkImport(_ name: Expression, _ alias: Identifier) -> [CheckedNode] {
    importing(name) { checker, module in
      let variable = checker.assignable(alias, .compileTime(.module(module)))
      checker.flow.types[variable.id] = .compileTime(.module(module))
    }
  }

  mutating func checkImport(
    _ file: Expression, _ names: [Statement.ImportedName]
  ) -> [CheckedNode] {
    let place = place(file.span)
    var copies: [CheckedNode] = []
    let nodes = importing(file) { checker, module in
      for imported in names {
        let exported = checker.scopes[checker.modules[module].scope].variables
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
    _ name: Expression, _ body: (inout Checker, Int) -> Void
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
    if let shared = sharedModules[index] {
      body(&self, shared)
      return []
    }
    let (module, nodes) = checkModule(index, at: name.span)
    if nodes.isEmpty, scopes[scope].frame == 0 { sharedModules[index] = module }
    body(&self, module)
    return nodes
  }

  private mutating func checkModule(
    _ index: Int, at span: Range<Int>
  ) -> (module: Int, nodes: [CheckedNode]) {
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
    return inScope(.template, parent: 0) { checker in
      checker.modules.append(Module(template: index, scope: checker.scope))
      checker.pageScope = checker.scope
      guard checker.mayGoOn(at: span) else { return (number, []) }
      let nodes = checker.checkBody(checker.set.templates[index].body)
      let all = checker.prologue(at: span) + nodes
      return (number, all)
    }
  }
}
