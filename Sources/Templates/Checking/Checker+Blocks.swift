import Diagnostics

extension Checker {
  mutating func collectBlocks(_ statements: [Statement], isInner: Bool) {
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
    let read = accesses
    defer { accesses = accesses.withReads(of: read) }
    for level in 1..<max(1, blocks[block.name.text]?.definitions.count ?? 1) {
      // What no child shows must hold all the same, though it reads nothing.
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

  /// Prints the block as the parent has it, or the parent's parent with more steps.
  mutating func callSuper(
    steps: Int, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    for argument in arguments.expressions { _ = check(argument) }
    if let first = arguments.expressions.first {
      report("wrong-arguments", "'super()' takes no arguments", at: first.span)
      return mistaken(span)
    }
    guard let (name, level) = surroundings.block else {
      report("undefined-name", "'super()' stands outside a block", at: span)
      return mistaken(span)
    }
    guard let chain = blocks[name], level + steps < chain.definitions.count else {
      let call = String(repeating: "super.", count: steps - 1) + "super()"
      report(
        "undefined-name", "no parent has a block '\(name)', so '\(call)' is nothing", at: span)
      return mistaken(span)
    }
    let isScoped = chain.definitions.contains { $0.block.isScoped }
    let nodes = placeDefinition(name, level: level + steps, scope: isScoped ? scope : pageScope)
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
    let read = accesses
    defer { accesses = accesses.withReads(of: read) }
    for name in blocks.keys.sorted() where !placedBlocks.contains(name) {
      for level in blocks[name]?.definitions.indices ?? 0..<0 {
        _ = placeDefinition(name, level: level, scope: pageScope)
      }
    }
  }
}
