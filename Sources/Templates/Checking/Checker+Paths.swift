import Diagnostics

/// How an expression is used, which decides what may be absent.
enum Use {
  /// The value is used; names and fields must exist.
  case value
  /// The value may be null or absent, but names and fields must exist.
  case guarded
  /// The value is used, and an absent one is an error while rendering; fields must exist.
  case unguarded
  /// `is defined` and `default`: also the name may be unknown.
  case lenient
}

extension Checker {
  mutating func checkName(_ name: String, at span: Range<Int>, use: Use) -> CheckedExpression {
    if let variable = variable(named: name) {
      if isGlobal(variable) { accesses.globals.insert(name) }
      var type = type(of: variable)
      if case .compileTime(.macro(let macro)) = type { namedMacros.insert(macro) }
      if flow.present.contains("\(variable.id)") { type = type.whenPresent }
      if type == .undefined, use == .value {
        report("undefined-name", "'\(name)' has no value here", at: span)
        return mistaken(span)
      }
      return CheckedExpression(kind: .variable(variable), type: type, place: place(span))
    }
    if name == "self" { return compileTime(.selfBlocks, at: span) }
    if name == "caller", surroundings.callBody != nil || surroundings.callerMarkup != nil {
      return compileTime(.caller, at: span)
    }
    if use == .lenient {
      return CheckedExpression(kind: .constant(.undefined), type: .undefined, place: place(span))
    }
    if allowsUnknownNames, name != "caller", name != "loop" { return mistaken(span) }
    // Never reached, as there is no such name: 'if x is defined' stands around it.
    if flow.present.contains("?\(name)") { return mistaken(span) }
    if name == "caller" {
      report(
        "undefined-name", "'caller' has no value here; the macro is used without a call block",
        at: span)
    } else if name == "loop" {
      report("undefined-name", "'loop' has no value outside a loop", at: span)
    } else {
      let hint = NearestName.hint(name, among: visibleNames)
      report("undefined-name", "unknown name '\(name)'\(hint)", at: span)
    }
    return mistaken(span)
  }

  func compileTime(_ value: CompileTimeValue, at span: Range<Int>) -> CheckedExpression {
    CheckedExpression(
      kind: .constant(.undefined), type: .compileTime(value), place: place(span))
  }

  mutating func checkAttribute(
    _ base: Expression, _ name: Identifier, isOptional: Bool, of whole: Expression, use: Use
  ) -> CheckedExpression {
    let inner = check(base, use: isOptional || use != .value ? .guarded : .value)
    return field(
      name, of: inner, in: whole, isOptional: isOptional,
      use: isOptional && use == .value ? .guarded : use)
  }

  /// Finds a field or key by a name known while compiling.
  mutating func field(
    _ name: Identifier, of base: CheckedExpression, in whole: Expression, isOptional: Bool, use: Use
  ) -> CheckedExpression {
    let span = whole.span
    switch base.type {
    case .optional(let inner):
      if use == .value, !base.isNamespaceField {
        let what = described(base, fallback: "the value")
        report(
          "maybe-none",
          "\(what) may be none, so '.\(name.text)' needs a guard: 'if \(what.unquoted)' or '?.\(name.text)'",
          at: name.span)
      }
      let certain = CheckedExpression(kind: base.kind, type: inner, place: base.place)
      let found = field(name, of: certain, in: whole, isOptional: isOptional, use: use)
      return withAbsence(found, of: base, path: whole)
    case .record(let id): return recordField(name, of: base, id: id, in: whole, use: use)
    case .map(let value):
      return narrowed(
        CheckedExpression(
          kind: .member(base, name: name.text), type: value == .undefined ? .any : value,
          place: place(span)), path: whole)
    case .any:
      if case .constant(.undefined) = base.kind { return mistaken(span) }
      noteWholeAccess(base.type)
      return CheckedExpression(
        kind: .member(base, name: name.text), type: .any, place: place(span))
    case .compileTime(let value):
      return narrowed(member(name, of: value, base: base, span: span, use: use), path: whole)
    case .tuple(let parts, let labels):
      if let index = labels.firstIndex(of: name.text) {
        let position = CheckedExpression(
          kind: .constant(.int(index)), type: .int, place: place(name.span))
        return CheckedExpression(
          kind: .index(base, position), type: parts[index], place: place(span))
      }
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date, .month,
      .period, .list:
      break
    }
    return missingField(name, of: base, span: span, use: use)
  }

  private mutating func missingField(
    _ name: Identifier, of base: CheckedExpression, span: Range<Int>, use: Use
  ) -> CheckedExpression {
    if use == .lenient || (use == .guarded && (base.type == .none || base.type == .undefined)) {
      return CheckedExpression(kind: .constant(.undefined), type: .undefined, place: place(span))
    }
    report(
      "unknown-field",
      "\(withArticle(base.type)) has no fields, so there is no '\(name.text)'",
      at: name.span)
    return mistaken(span)
  }

  private mutating func recordField(
    _ name: Identifier, of base: CheckedExpression, id: RecordTypeID, in whole: Expression, use: Use
  ) -> CheckedExpression {
    let record = schema[id]
    guard let position = record.position(of: name.text) else {
      if use == .lenient, schema.isInferred {
        return CheckedExpression(
          kind: .constant(.undefined), type: .undefined, place: place(whole.span))
      }
      if let key = pathKey(whole), flow.present.contains(key) { return mistaken(whole.span) }
      let hint = NearestName.hint(name.text, among: record.fields.map(\.name))
      report("unknown-field", "\(record.name) has no field '\(name.text)'\(hint)", at: name.span)
      return mistaken(whole.span)
    }
    accesses.fields.insert(AccessSet.Field(record: record.name, field: name.text))
    return narrowed(
      CheckedExpression(
        kind: .field(base, position: position), type: record.fields[position].type,
        place: place(whole.span)), path: whole)
  }

  /// The value without null, where a condition around it has shown that it is there.
  private func narrowed(_ value: CheckedExpression, path: Expression) -> CheckedExpression {
    guard value.type.mayBeAbsent, let key = pathKey(path), flow.present.contains(key) else {
      return value
    }
    return CheckedExpression(kind: value.kind, type: value.type.whenPresent, place: value.place)
  }

  /// What `a?.b` is: absent if `a` is.
  private func withAbsence(
    _ value: CheckedExpression, of base: CheckedExpression, path: Expression
  ) -> CheckedExpression {
    let isPresent = CheckedExpression(
      kind: .test(.present, [base], isNegated: false), type: .bool, place: base.place)
    let absent = CheckedExpression(kind: .constant(.undefined), type: .undefined, place: base.place)
    let type = value.type.orNone
    return narrowed(
      CheckedExpression(
        kind: .conditional(
          then: value, condition: isPresent, otherwise: absent),
        type: type, place: value.place), path: path)
  }

  mutating func checkIndex(
    _ base: Expression, _ index: Expression, of whole: Expression, use: Use
  ) -> CheckedExpression {
    let inner = check(base, use: use == .value ? .value : .guarded)
    if case .string(let name) = index.kind, !inner.type.unwrapped.isText {
      return field(
        Identifier(text: name, span: index.span), of: inner, in: whole, isOptional: false, use: use)
    }
    let position = check(index)
    let type: ValueType
    switch inner.type.unwrapped {
    case .list(let element): type = element == .undefined ? .any : element
    case .tuple(let parts, _):
      if case .int(let number) = index.kind, parts.indices.contains(number) {
        type = parts[number]
      } else {
        type = inner.type.unwrapped.element ?? .any
      }
    case .map(let value): type = value == .undefined ? .any : value
    case .string, .html: type = inner.type.unwrapped
    case .record, .any:
      noteWholeAccess(inner.type)
      type = .any
    case .undefined, .none, .bool, .int, .float, .trusted, .json, .date, .month, .period, .optional,
      .compileTime:
      if use == .lenient {
        return CheckedExpression(
          kind: .constant(.undefined), type: .undefined, place: place(whole.span))
      }
      report(
        "wrong-type", "\(withArticle(inner.type)) cannot be indexed", at: base.span)
      return mistaken(whole.span)
    }
    return CheckedExpression(kind: .index(inner, position), type: type, place: place(whole.span))
  }

  /// Records that any field of the records in a value may be read.
  mutating func noteWholeAccess(_ type: ValueType) {
    switch type {
    case .record(let id):
      guard accesses.wholeRecords.insert(schema[id].name).inserted else { return }
      for field in schema[id].fields { noteWholeAccess(field.type) }
    case .list(let inner), .map(let inner), .optional(let inner): noteWholeAccess(inner)
    case .tuple(let parts, _): for part in parts { noteWholeAccess(part) }
    case .any:
      // A record of any type may have come here.
      accesses.wholeRecords.formUnion(schema.recordNames)
    case .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date,
      .month, .period, .compileTime:
      break
    }
  }
}

// MARK: - Descriptions

extension String {
  /// The text without the quotes that messages put around it.
  var unquoted: String { hasPrefix("'") ? String(dropFirst().dropLast()) : self }
}

extension Checker {
  /// An expression as it was written, in quotes, if it is short.
  func described(_ expression: CheckedExpression, fallback: String) -> String {
    let source = set.templates[expression.place.template].source.bytes
    let span = expression.place.span
    guard span.count <= 40, span.upperBound <= source.count, !span.isEmpty else { return fallback }
    return "'\(String(decoding: source[span], as: UTF8.self))'"
  }

  /// A type in a sentence: `a list[string]`.
  func withArticle(_ type: ValueType) -> String {
    switch type {
    case .none, .undefined, .any: return schema.name(of: type)
    default:
      let name = schema.name(of: type)
      return (name.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + name
    }
  }
}
