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
    var bound = bound
    if filter == .indent, case .constant(.string(let text)) = bound[0].kind {
      // What an author wrote may stand in markup; what comes from data is escaped there.
      bound[0] = constant(.html(text), .html, bound[0].place.span)
    }
    guard let type = FilterTypes.result(of: filter, subject.type.unwrapped, bound.map(\.type))
    else {
      return refuse(subject, name, span)
    }
    noteAccess(of: filter, subject.type)
    noteTrust(filter, name)
    return CheckedExpression(
      kind: .filter(filter, [subject] + bound), type: type, place: place(span))
  }

  /// Filters over a record go through its fields, and JSON through those of all inside.
  private mutating func noteAccess(of filter: Filter, _ type: ValueType) {
    if filter == .tojson {
      noteWholeAccess(type)
    } else if case .record = type.unwrapped {
      noteWholeAccess(type)
    }
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

  mutating func refuse(
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
      return CheckedExpression(
        kind: .or([orNone(subject), replacement]), type: type, place: place(span))
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
