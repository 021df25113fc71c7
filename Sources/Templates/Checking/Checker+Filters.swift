import Diagnostics

extension Checker {
  mutating func checkFilter(
    _ value: Expression, _ name: Identifier, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    let isDefault = name.text == "default" || name.text == "d"
    let subject = checkData(value, use: isDefault ? .lenient : .value)
    return apply(name, to: subject, arguments, span)
  }

  /// Applies a filter to a value that was checked already.
  mutating func apply(
    _ name: Identifier, to subject: CheckedExpression, _ arguments: Arguments, _ span: Range<Int>
  ) -> CheckedExpression {
    if let index = host.firstIndex(where: { $0.name == name.text && $0.isFilter }) {
      return callHost(index, value: subject, arguments, span)
    }
    guard let signature = Filter.byName[name.text] else {
      for argument in arguments.expressions { _ = check(argument) }
      let known = Filter.byName.keys.sorted() + host.filter(\.isFilter).map(\.name)
      let hint = NearestName.hint(name.text, among: known)
      report("unknown-filter", "unknown filter '\(name.text)'\(hint)", at: name.span)
      return mistaken(span)
    }
    if signature.isVariadic {
      return applyVariadic(signature.callee, subject, arguments, name, span)
    }
    let what = "the filter '\(name.text)'"
    guard let bound = bind(arguments, to: signature, what, span) else { return mistaken(span) }
    if subject.isMistaken { return subject }
    return apply(signature.callee, subject, bound, name, span)
  }

  private mutating func apply(
    _ filter: Filter, _ subject: CheckedExpression, _ bound: [CheckedExpression],
    _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    switch filter {
    case .default: return checkDefault(subject, bound, span)
    case .sort:
      return keyed(.sortByKeys, subject, attribute: bound[2], [bound[0], bound[1]], name, span)
    case .groupby: return checkGroupBy(subject, bound, name, span)
    case .unique: return keyed(.uniqueByKeys, subject, attribute: bound[1], [bound[0]], name, span)
    case .min: return keyed(.minByKeys, subject, attribute: bound[1], [bound[0]], name, span)
    case .max: return keyed(.maxByKeys, subject, attribute: bound[1], [bound[0]], name, span)
    case .sum: return checkSum(subject, bound, name, span)
    case .join: return checkJoin(subject, bound, name, span)
    case .attr, .get: return checkGet(filter, subject, bound, name, span)
    default: break
    }
    guard let type = FilterTypes.result(of: filter, subject.type.unwrapped, bound.map(\.type))
    else {
      return refuse(subject, name, span)
    }
    if filter == .tojson || type == .any { noteWholeAccess(subject.type) }
    noteTrust(filter, name)
    return CheckedExpression(
      kind: .filter(filter, [subject] + bound), type: type, place: place(span))
  }

  /// Lists the places where an author vouches for what a value holds.
  private mutating func noteTrust(_ filter: Filter, _ name: Identifier) {
    switch filter {
    case .safe, .safeURL, .safeScript, .safeStyle:
      let file = set.templates[template].source.name
      let finding = Diagnostic(
        rule: "trusted-value", severity: .info,
        message: "'\(name.text)' lets this value through as it is",
        location: SourceLocation(file: file, span: name.span))
      if !trusted.contains(finding) { trusted.append(finding) }
    default: break
    }
  }

  private mutating func refuse(
    _ subject: CheckedExpression, _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    report(
      "wrong-type", "the filter '\(name.text)' cannot take \(withArticle(subject.type))",
      at: subject.place.span)
    return mistaken(span)
  }

  private mutating func checkDefault(
    _ subject: CheckedExpression, _ bound: [CheckedExpression], _ span: Range<Int>
  ) -> CheckedExpression {
    let replacement = bound[0]
    let type =
      subject.type == .undefined || subject.type == .none
      ? replacement.type : subject.type.unwrapped.joined(with: replacement.type)
    if case .constant(.bool(true)) = bound[1].kind {
      return CheckedExpression(kind: .or([subject, replacement]), type: type, place: place(span))
    }
    // Null is a value to this family of languages; what the model calls optional is not.
    let replacesNull = subject.type.mayBeAbsent && subject.type != .any && !schema.isInferred
    let isNull = subject.type == .none && schema.isInferred
    return CheckedExpression(
      kind: .fallback(subject, replacement, replacesNull: replacesNull),
      type: isNull ? .none : !replacesNull && subject.type.mayBeAbsent ? type.orNone : type,
      place: place(span))
  }

  private mutating func checkGet(
    _ filter: Filter, _ subject: CheckedExpression, _ bound: [CheckedExpression],
    _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    if case .constant(.string(let text)) = bound[0].kind {
      let field = Identifier(text: text, span: bound[0].place.span)
      let whole = Expression(.none, span: span)
      let found = self.field(
        field, of: subject, in: whole, isOptional: false, use: filter == .get ? .lenient : .value)
      if filter == .attr { return found }
      return CheckedExpression(
        kind: .fallback(found, bound[1], replacesNull: false),
        type: bound[1].type == .undefined ? found.type : found.type.joined(with: bound[1].type),
        place: place(span))
    }
    noteWholeAccess(subject.type)
    return CheckedExpression(kind: .filter(.get, [subject] + bound), type: .any, place: place(span))
  }
}

// MARK: - Lists by an attribute of their elements

extension Checker {
  /// Follows a path such as `owner.name` from an element.
  private mutating func follow(
    _ path: CheckedExpression, from item: CheckedExpression, use: Use = .unguarded
  ) -> CheckedExpression? {
    if case .constant(.int) = path.kind {
      return CheckedExpression(
        kind: .index(item, path), type: item.type.unwrapped.element ?? .any, place: path.place)
    }
    guard case .constant(.string(let text)) = path.kind else {
      report(
        "wrong-arguments", "an attribute is named by a text that stands here", at: path.place.span)
      return nil
    }
    var value = item
    let whole = Expression(.none, span: path.place.span)
    for step in text.split(separator: ".", omittingEmptySubsequences: false) {
      if let number = Int(step) {
        value = CheckedExpression(
          kind: .index(value, constant(.int(number), .int, path.place.span)),
          type: value.type.unwrapped.element ?? .any, place: path.place)
      } else {
        let name = Identifier(text: String(step), span: path.place.span)
        value = field(name, of: value, in: whole, isOptional: use == .lenient, use: use)
      }
    }
    return value
  }

  private mutating func item(of list: CheckedExpression) -> CheckedExpression? {
    guard let element = elementType(of: list) else { return nil }
    let variable = declareHidden(element)
    return CheckedExpression(kind: .variable(variable), type: element, place: list.place)
  }

  private func comprehension(
    _ source: CheckedExpression, _ item: CheckedExpression, condition: CheckedExpression?,
    result: CheckedExpression, _ span: Range<Int>
  ) -> CheckedExpression {
    guard case .variable(let variable) = item.kind else { return source }
    return CheckedExpression(
      kind: .comprehension(
        CheckedExpression.Comprehension(
          source: source, item: variable, condition: condition, result: result)),
      type: .list(result.type), place: place(span))
  }

  /// A filter that looks at keys: the elements themselves, or an attribute of each.
  private mutating func keyed(
    _ filter: Filter, _ subject: CheckedExpression, attribute: CheckedExpression,
    _ options: [CheckedExpression], _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    guard let element = elementType(of: subject) else { return mistaken(span) }
    let list = CheckedExpression(
      kind: .filter(.list, [subject]), type: .list(element), place: subject.place)
    let variable = declareHidden(list.type)
    let kept = CheckedExpression(kind: .variable(variable), type: list.type, place: list.place)
    guard let keys = self.keys(of: kept, attribute, filter, span) else { return mistaken(span) }
    let type: ValueType =
      filter == .minByKeys || filter == .maxByKeys ? element : .list(element)
    if filter != .uniqueByKeys, let key = keys.type.element, !isSortable(key) {
      report(
        "wrong-type",
        "the filter '\(name.text)' cannot order values of type \(schema.name(of: key))",
        at: name.span)
    }
    let result = CheckedExpression(
      kind: .filter(filter, [kept, keys] + options), type: type, place: place(span))
    return CheckedExpression(
      kind: .binding(variable, list, in: result), type: type, place: place(span))
  }

  private func isSortable(_ type: ValueType) -> Bool {
    switch type.unwrapped {
    case .map, .record, .none, .compileTime: false
    default: true
    }
  }

  private mutating func keys(
    of list: CheckedExpression, _ attribute: CheckedExpression, _ filter: Filter, _ span: Range<Int>
  ) -> CheckedExpression? {
    if attribute.type == .none { return list }
    guard let item = item(of: list) else { return nil }
    var paths = [attribute]
    if filter == .sortByKeys, case .constant(.string(let text)) = attribute.kind, text.contains(",")
    {
      paths = text.split(separator: ",").map {
        CheckedExpression(
          kind: .constant(.string(String($0))), type: .string, place: attribute.place)
      }
    }
    var values: [CheckedExpression] = []
    for path in paths {
      guard let value = follow(path, from: item) else { return nil }
      values.append(value)
    }
    let key =
      values.count == 1
      ? values[0]
      : CheckedExpression(
        kind: .list(values), type: .tuple(values.map(\.type), labels: []), place: attribute.place)
    return comprehension(list, item, condition: nil, result: key, span)
  }

  private mutating func checkGroupBy(
    _ subject: CheckedExpression, _ bound: [CheckedExpression], _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    guard let element = elementType(of: subject) else { return mistaken(span) }
    let list = CheckedExpression(
      kind: .filter(.list, [subject]), type: .list(element), place: subject.place)
    let variable = declareHidden(list.type)
    let kept = CheckedExpression(kind: .variable(variable), type: list.type, place: list.place)
    guard let item = item(of: kept) else { return mistaken(span) }
    let isLenient = bound[1].type != .undefined
    guard var key = follow(bound[0], from: item, use: isLenient ? .lenient : .unguarded) else {
      return mistaken(span)
    }
    if isLenient {
      key = CheckedExpression(
        kind: .fallback(key, bound[1], replacesNull: false),
        type: key.type.unwrapped.joined(with: bound[1].type), place: key.place)
    }
    let keys = comprehension(kept, item, condition: nil, result: key, span)
    let type = ValueType.list(
      .tuple([key.type, .list(element)], labels: ["grouper", "list"]))
    let result = CheckedExpression(
      kind: .filter(.groupByKeys, [kept, keys, bound[2]]), type: type, place: place(span))
    return CheckedExpression(
      kind: .binding(variable, list, in: result), type: type, place: place(span))
  }

  private mutating func mapped(
    _ subject: CheckedExpression, _ attribute: CheckedExpression, _ span: Range<Int>
  ) -> CheckedExpression {
    if attribute.type == .none { return subject }
    guard let item = item(of: subject), let value = follow(attribute, from: item) else {
      return mistaken(span)
    }
    return comprehension(subject, item, condition: nil, result: value, span)
  }

  private mutating func checkSum(
    _ subject: CheckedExpression, _ bound: [CheckedExpression], _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    let list = mapped(subject, bound[0], span)
    if list.isMistaken { return list }
    guard let element = elementType(of: list) else { return mistaken(span) }
    let isEmpty = list.type == .list(.undefined)
    let type: ValueType
    switch element.unwrapped {
    case .int, .bool: type = bound[1].type == .float ? .float : .int
    case .float: type = .float
    case .any: type = isEmpty ? bound[1].type : .any
    default:
      report(
        "wrong-type", "'sum' adds numbers, not values of type \(schema.name(of: element))",
        at: name.span)
      return mistaken(span)
    }
    return CheckedExpression(
      kind: .filter(.sum, [list, bound[1]]), type: type, place: place(span))
  }

  private mutating func checkJoin(
    _ subject: CheckedExpression, _ bound: [CheckedExpression], _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    let list = mapped(subject, bound[1], span)
    if list.isMistaken { return list }
    switch list.type.unwrapped {
    case .list, .tuple, .string, .html, .map, .record, .any: break
    default: return refuse(subject, name, span)
    }
    let element = elementType(of: list) ?? .any
    switch element.unwrapped {
    case .list, .tuple, .map, .record:
      report(
        "wrong-type",
        "'join' joins texts and numbers, not values of type \(schema.name(of: element))",
        at: name.span)
      return mistaken(span)
    default: break
    }
    let isMarkup = element.unwrapped == .html || bound[0].type == .html
    return CheckedExpression(
      kind: .filter(.join, [list, bound[0]]),
      type: isMarkup ? .html : element == .any ? .any : .string, place: place(span))
  }
}

// MARK: - Filters that take filters and tests

extension Checker {
  private mutating func applyVariadic(
    _ filter: Filter, _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    switch filter {
    case .format:
      var values = arguments.positional.map { checkData($0) }
      if !arguments.named.isEmpty {
        let pairs = arguments.named.map { argument in
          (constant(.string(argument.name.text), .string, span), checkData(argument.value))
        }
        values.append(CheckedExpression(kind: .map(pairs), type: .map(.any), place: place(span)))
      }
      guard subject.type.unwrapped.isText || subject.type == .any else {
        return refuse(subject, name, span)
      }
      return CheckedExpression(
        kind: .filter(.format, [subject] + values), type: subject.type.unwrapped, place: place(span)
      )
    case .map: return checkMapFilter(subject, arguments, name, span)
    default: return checkSelection(filter, subject, arguments, name, span)
    }
  }

  private mutating func checkMapFilter(
    _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    guard let item = item(of: subject) else { return mistaken(span) }
    if let attribute = arguments.named.first(where: { $0.name.text == "attribute" }) {
      let fallback = arguments.named.first { $0.name.text == "default" }.map { checkData($0.value) }
      for argument in arguments.named where !["attribute", "default"].contains(argument.name.text) {
        report(
          "wrong-arguments", "the filter 'map' has no argument '\(argument.name.text)'",
          at: argument.name.span)
      }
      let path = check(attribute.value)
      guard var value = follow(path, from: item, use: fallback == nil ? .unguarded : .lenient)
      else {
        return mistaken(span)
      }
      if let fallback {
        value = CheckedExpression(
          kind: .fallback(value, fallback, replacesNull: !schema.isInferred),
          type: value.type == .undefined
            ? fallback.type : value.type.unwrapped.joined(with: fallback.type),
          place: value.place)
      }
      return comprehension(subject, item, condition: nil, result: value, span)
    }
    guard let inner = innerName(arguments, "map", "a filter", span) else { return mistaken(span) }
    let rest = Arguments(
      positional: Array(arguments.positional.dropFirst()), named: arguments.named)
    let value = apply(inner, to: item, rest, span)
    return comprehension(subject, item, condition: nil, result: value, span)
  }

  private mutating func innerName(
    _ arguments: Arguments, _ filter: String, _ what: String, _ span: Range<Int>
  ) -> Identifier? {
    guard let first = arguments.positional.first, case .string(let text) = first.kind else {
      report(
        "wrong-arguments", "the filter '\(filter)' needs the name of \(what) as a text", at: span)
      return nil
    }
    return Identifier(text: text, span: first.span)
  }

  /// `select`, `reject`, `selectattr` and `rejectattr`.
  private mutating func checkSelection(
    _ filter: Filter, _ subject: CheckedExpression, _ arguments: Arguments, _ name: Identifier,
    _ span: Range<Int>
  ) -> CheckedExpression {
    guard let item = item(of: subject) else { return mistaken(span) }
    var positional = arguments.positional[...]
    var value = item
    if filter == .selectattr || filter == .rejectattr {
      guard let first = positional.popFirst() else {
        report(
          "wrong-arguments", "the filter '\(name.text)' needs the argument 'attribute'", at: span)
        return mistaken(span)
      }
      let path = check(first)
      let asksPresence = positional.first.map { isPresenceTest($0) } ?? false
      guard let followed = follow(path, from: item, use: asksPresence ? .lenient : .unguarded)
      else {
        return mistaken(span)
      }
      value = followed
    }
    let isNegated = filter == .reject || filter == .rejectattr
    var condition = CheckedExpression(
      kind: .test(.truthy, [value], isNegated: isNegated), type: .bool, place: place(span))
    if !positional.isEmpty {
      let rest = Arguments(positional: Array(positional.dropFirst()), named: arguments.named)
      let whole = Arguments(positional: Array(positional), named: [])
      guard let inner = innerName(whole, name.text, "a test", span) else { return mistaken(span) }
      condition = test(value, inner, rest, isNegated: isNegated, span)
    }
    return comprehension(subject, item, condition: condition, result: item, span)
  }

  private func isPresenceTest(_ expression: Expression) -> Bool {
    guard case .string(let name) = expression.kind else { return false }
    return name == "defined" || name == "undefined"
  }
}
