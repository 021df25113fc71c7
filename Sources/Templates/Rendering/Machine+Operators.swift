internal import GregorianCalendar

extension Machine {
  /// What a message calls a value.
  func described(_ value: Value) -> String {
    switch value.kind {
    case .undefined: "nothing"
    case .none: "none"
    case .bool: "a bool"
    case .int: "an int"
    case .float: "a float"
    case .string: "a string"
    case .html: "html"
    case .trustedURL: "a url"
    case .trustedScript: "a script"
    case .trustedStyle: "a style"
    case .attributes: "attributes"
    case .json: "json"
    case .date: "a date"
    case .month: "a month"
    case .period: "a period"
    case .list: "a list"
    case .map, .record: "a map"
    case .namespace: "a namespace"
    }
  }

  @inline(__always)
  func isTrue(_ value: Value) throws(RenderFault) -> Bool {
    switch value.kind {
    case .undefined: throw RenderFault.absent("there is no value here to test")
    case .none: false
    case .bool, .int: value.payload != 0
    case .float: value.asDouble != 0
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json, .list,
      .map:
      value.count != 0
    case .record: program.isInferred ? hasFields(value) : true
    case .date, .month, .period, .namespace: true
    }
  }

  /// Whether a record that stands for a map of another language is not empty.
  private func hasFields(_ record: Value) -> Bool {
    let count = program.fieldNames[record.length].count
    if count == 0 { return false }
    let cells = memory.cells(of: record)
    for position in 0..<count where cells[position].kind != .undefined { return true }
    return false
  }

  // MARK: Arithmetic

  func negated(_ value: Value) throws(RenderFault) -> Value {
    switch value.kind {
    case .int, .bool:
      let (result, overflows) = (0).subtractingReportingOverflow(value.asInt)
      if overflows { throw Self.overflow }
      return .int(result)
    case .float: return .float(-value.asDouble)
    default: throw RenderFault.type("'-' takes a number, not \(described(value))")
    }
  }

  static var overflow: RenderFault { .limit("whole numbers lie between -2^63 and 2^63 - 1") }

  func number(_ value: Value) -> Double? {
    switch value.kind {
    case .int, .bool: Double(value.asInt)
    case .float: value.asDouble
    default: nil
    }
  }

  mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(RenderFault) -> Value {
    let isWhole = { (value: Value) in value.kind == .int || value.kind == .bool }
    if isWhole(left), isWhole(right) { return try whole(operation, left.asInt, right.asInt) }
    if let first = number(left), let second = number(right) {
      return .float(try fraction(operation, first, second))
    }
    return try combine(operation, left, right)
  }

  private func whole(
    _ operation: BinaryOperator, _ left: Int, _ right: Int
  ) throws(RenderFault) -> Value {
    let (result, overflows): (Int, Bool)
    switch operation {
    case .add: (result, overflows) = left.addingReportingOverflow(right)
    case .subtract: (result, overflows) = left.subtractingReportingOverflow(right)
    case .multiply: (result, overflows) = left.multipliedReportingOverflow(by: right)
    case .divide: return .float(try fraction(operation, Double(left), Double(right)))
    case .floorDivide:
      if right == 0 { throw Self.divisionByZero }
      let (quotient, tooLarge) = left.dividedReportingOverflow(by: right)
      if tooLarge { throw Self.overflow }
      let isBelow = (left % right != 0) && ((left < 0) != (right < 0))
      (result, overflows) = (isBelow ? quotient - 1 : quotient, false)
    case .remainder:
      if right == 0 { throw Self.divisionByZero }
      let rest = right == -1 ? 0 : left % right
      (result, overflows) = (rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, false)
    case .power: return try power(left, right)
    }
    if overflows { throw Self.overflow }
    return .int(result)
  }

  private static var divisionByZero: RenderFault { .value("a number cannot be divided by 0") }

  private func power(_ base: Int, _ exponent: Int) throws(RenderFault) -> Value {
    if exponent < 0 {
      return .float(try fraction(.power, Double(base), Double(exponent)))
    }
    var result = 1
    var factor = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 {
        let (product, overflows) = result.multipliedReportingOverflow(by: factor)
        if overflows { throw Self.overflow }
        result = product
      }
      left >>= 1
      if left > 0 {
        let (square, overflows) = factor.multipliedReportingOverflow(by: factor)
        if overflows { throw Self.overflow }
        factor = square
      }
    }
    return .int(result)
  }

  private func fraction(
    _ operation: BinaryOperator, _ left: Double, _ right: Double
  ) throws(RenderFault) -> Double {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide:
      if right == 0 { throw Self.divisionByZero }
      return left / right
    case .floorDivide:
      if right == 0 { throw Self.divisionByZero }
      return Self.floorOfQuotient(left, right)
    case .remainder:
      if right == 0 { throw Self.divisionByZero }
      let rest = left.truncatingRemainder(dividingBy: right)
      // A rest of 0 has the sign of what was divided by.
      if rest == 0 { return right < 0 ? -0.0 : 0.0 }
      return (rest < 0) != (right < 0) ? rest + right : rest
    case .power:
      let power = CLibrary.power(left, right)
      if power.isNaN, !left.isNaN, !right.isNaN {
        throw RenderFault.value("a negative number cannot be raised to a fraction")
      }
      if left == 0, right < 0 { throw RenderFault.value("0 cannot be raised to a negative number") }
      return power
    }
  }

  /// The floor of the exact quotient, which `3 // 0.1` shows not to be that of the rounded one.
  private static func floorOfQuotient(_ left: Double, _ right: Double) -> Double {
    let rest = left.truncatingRemainder(dividingBy: right)
    var quotient = (left - rest) / right
    if rest != 0, (right < 0) != (rest < 0) { quotient -= 1 }
    if quotient == 0 { return (left / right).sign == .minus ? -0.0 : 0.0 }
    let floor = quotient.rounded(.down)
    return quotient - floor > 0.5 ? floor + 1 : floor
  }

  /// Operators on texts, lists and dates.
  private mutating func combine(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(RenderFault) -> Value {
    switch (operation, left.kind, right.kind) {
    case (.add, .list, .list):
      return try arena.list(Array(memory.elements(of: left)) + Array(memory.elements(of: right)))
    case (.add, .string, .string), (.add, .html, .string), (.add, .string, .html),
      (.add, .html, .html):
      return try joinTexts(left, right)
    case (.multiply, .string, .int), (.multiply, .html, .int), (.multiply, .list, .int):
      return try repeated(left, right.asInt)
    case (.multiply, .int, .string), (.multiply, .int, .html), (.multiply, .int, .list):
      return try repeated(right, left.asInt)
    case (.subtract, .date, .date): return .int(left.asInt - right.asInt)
    case (.add, .date, .int), (.add, .month, .int):
      return try moved(left, left.asInt.addingReportingOverflow(right.asInt))
    case (.subtract, .date, .int), (.subtract, .month, .int):
      return try moved(left, left.asInt.subtractingReportingOverflow(right.asInt))
    default:
      if left.kind == .undefined || right.kind == .undefined {
        throw RenderFault.absent("'\(operation.symbol)' lacks a value")
      }
      throw RenderFault.type(
        "'\(operation.symbol)' cannot join \(described(left)) and \(described(right))")
    }
  }

  /// The date or month at another count of days or months.
  private func moved(
    _ value: Value, _ target: (partialValue: Int, overflow: Bool)
  ) throws(RenderFault) -> Value {
    guard !target.overflow else { throw Self.outsideCalendar }
    if value.kind == .date {
      guard let day = CalendarDay(daysSince1970: target.partialValue) else {
        throw Self.outsideCalendar
      }
      return .date(day)
    }
    let month = Month(index: target.partialValue)
    guard Month.years.contains(month.year) else { throw Self.outsideCalendar }
    return .month(month)
  }

  private static var outsideCalendar: RenderFault {
    .limit(
      "dates and months lie in the years \(Month.years.lowerBound) to \(Month.years.upperBound)")
  }

  /// Texts joined; if one is markup the other is escaped, and the result is markup.
  private mutating func joinTexts(_ left: Value, _ right: Value) throws(RenderFault) -> Value {
    let isMarkup = left.kind == .html || right.kind == .html
    workspace.truncate(to: 0)
    for part in [left, right] {
      if isMarkup, part.kind != .html {
        _ = OutputEscaper.text.write(memory.bytes(of: part), as: .text, to: &workspace)
      } else {
        workspace.append(memory.bytes(of: part))
      }
    }
    return try finishText(isMarkup ? .html : .string)
  }

  private static let repeatLimit = 10_000_000

  private mutating func repeated(_ value: Value, _ count: Int) throws(RenderFault) -> Value {
    let count = max(0, count)
    let (size, overflows) = count.multipliedReportingOverflow(by: max(value.length, 1))
    if overflows || size > Self.repeatLimit {
      throw RenderFault.limit("a repetition gives at most \(Self.repeatLimit) characters or values")
    }
    if value.kind == .list {
      let elements = memory.elements(of: value)
      return try arena.list((0..<count).flatMap { _ in elements })
    }
    workspace.truncate(to: 0)
    let bytes = memory.bytes(of: value)
    for _ in 0..<count { workspace.append(bytes) }
    return try finishText(value.kind)
  }
}
