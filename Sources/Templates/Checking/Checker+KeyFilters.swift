import Diagnostics

extension Checker {
  /// Follows a path such as `owner.name` from an element.
  mutating func follow(
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

  mutating func item(of list: CheckedExpression) -> CheckedExpression? {
    guard let element = elementType(of: list) else { return nil }
    let variable = declareHidden(element)
    return CheckedExpression(kind: .variable(variable), type: element, place: list.place)
  }

  func comprehension(
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
  mutating func keyed(
    _ filter: Filter, _ subject: CheckedExpression, attribute: CheckedExpression,
    _ options: [CheckedExpression], _ name: Identifier, _ span: Range<Int>
  ) -> CheckedExpression {
    guard let element = elementType(of: subject) else { return mistaken(span) }
    let list = CheckedExpression(
      kind: .filter(.list, [subject]), type: .list(element), place: subject.place)
    let variable = declareHidden(list.type)
    let kept = CheckedExpression(kind: .variable(variable), type: list.type, place: list.place)
    guard let keys = self.keys(of: kept, attribute, filter, span) else { return mistaken(span) }
    noteComparison(keys.type, keys.type)
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

  mutating func checkGroupBy(
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

  mutating func checkSum(
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

  mutating func checkJoin(
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
