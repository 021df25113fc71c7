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
  mutating func find(
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
  mutating func resolve(
    _ choice: TemplateChoice, at span: Range<Int>, ignoresMissing: Bool,
    _ body: (inout Checker, Int) -> [CheckedNode]
  ) -> [CheckedNode] {
    switch choice {
    case .first(let names):
      guard let index = find(names, at: span, ignoresMissing: ignoresMissing) else { return [] }
      return body(&self, index)
    case .conditional(let condition, let then, let otherwise):
      let test = checkCondition(condition)
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
}
