extension Machine {
  mutating func applyToNumber(
    _ filter: Filter, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let value = values[0]
    switch filter {
    case .abs:
      switch value.kind {
      case .int, .bool: return value.asInt < 0 ? try negated(value) : .int(value.asInt)
      case .float: return .float(value.asDouble.magnitude)
      default: throw RenderFault.type("'abs' takes a number, not \(described(value))")
      }
    case .round: return try rounded(value, values[1], values[2])
    case .int: return try wholeNumber(value, values[1], base: values[2])
    case .float: return try fraction(value, values[1])
    case .filesizeformat: return try fileSize(value, isBinary: isTrue(values[1]))
    default: return try sum(value, values[1])
    }
  }

  private mutating func sum(_ list: Value, _ start: Value) throws(RenderFault) -> Value {
    var total = start
    for element in memory.elements(of: try iterable(list)) {
      if number(element) == nil {
        throw RenderFault.type("'sum' adds numbers, not \(described(element))")
      }
      total = try arithmetic(.add, total, element)
    }
    return total
  }

  private func rounded(
    _ value: Value, _ precision: Value, _ method: Value
  ) throws(RenderFault) -> Value {
    guard let number = number(value) else {
      throw RenderFault.type("'round' takes a number, not \(described(value))")
    }
    guard precision.kind == .int, abs(precision.asInt) <= 300 else {
      throw RenderFault.value("'round' takes a whole number of digits up to 300")
    }
    let scale = CLibrary.power(10, Double(precision.asInt))
    switch String(decoding: memory.bytes(of: method), as: UTF8.self) {
    case "common":
      if value.kind == .int, precision.asInt >= 0 { return value }
      let result = Self.roundedHalfToEven(number, scale)
      return value.kind == .int && result.magnitude < 1e18 ? .int(Int(result)) : .float(result)
    // What is rounded to zero has no sign: -0.0 + 0.0 is 0.0.
    case "ceil": return .float(((number * scale).rounded(.up) + 0.0) / scale)
    case "floor": return .float(((number * scale).rounded(.down) + 0.0) / scale)
    default: throw RenderFault.value("'round' takes the method 'common', 'ceil' or 'floor'")
    }
  }

  /// Rounds the exact value; the error of the product decides where it seems to lie half way.
  private static func roundedHalfToEven(_ number: Double, _ scale: Double) -> Double {
    let product = number * scale
    guard product.magnitude < 1e15, scale.isFinite, scale > 0 else { return number }
    let floor = product.rounded(.down)
    if product - floor == 0.5 {
      let error = (-product).addingProduct(number, scale)
      if error != 0 { return (error < 0 ? floor : floor + 1) / scale }
    }
    return product.rounded(.toNearestOrEven) / scale
  }

  private func trimmedText(_ value: Value) -> String {
    let bytes = memory.bytes(of: value)
    let range = WhiteSpace.trimmed(0..<bytes.count, of: bytes)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private func wholeNumber(
    _ value: Value, _ fallback: Value, base: Value
  ) throws(RenderFault) -> Value {
    let other = fallback.kind == .undefined ? Value.int(0) : fallback
    switch value.kind {
    case .int: return value
    case .bool: return .int(value.asInt)
    case .float: return whole(value.asDouble) ?? other
    case .string, .html:
      let radix = base.kind == .int && (2...36).contains(base.asInt) ? base.asInt : 10
      let text = trimmedText(value)
      if let number = NumberText.whole(text, radix: radix) { return .int(number) }
      return NumberText.fraction(text).flatMap { whole($0) } ?? other
    default: return other
    }
  }

  private func whole(_ number: Double) -> Value? {
    let cut = number.rounded(.towardZero)
    return cut.magnitude < 9.2e18 ? .int(Int(cut)) : nil
  }

  private func fraction(_ value: Value, _ fallback: Value) throws(RenderFault) -> Value {
    if let number = number(value) { return .float(number) }
    if value.kind.isText, let number = NumberText.fraction(trimmedText(value)) {
      return .float(number)
    }
    return fallback.kind == .undefined ? .float(0) : fallback
  }

  private mutating func fileSize(_ value: Value, isBinary: Bool) throws(RenderFault) -> Value {
    guard let size = number(value) ?? NumberText.fraction(trimmedText(value)) else {
      throw RenderFault.type("'filesizeformat' takes a number, not \(described(value))")
    }
    let base = isBinary ? 1024.0 : 1000.0
    if size == 1 { return try arena.text("1 Byte") }
    if size.magnitude < base { return try arena.text("\(Int(size)) Bytes") }
    let units =
      isBinary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]
      : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    var unit = base
    var name = units[0]
    for next in units {
      name = next
      if size.magnitude < unit * base { break }
      unit *= base
    }
    if size.magnitude >= unit * base { unit /= 1 }
    return try arena.text(
      "\(FixedText.make(size / min(unit, CLibrary.power(base, 8)), digits: 1)) \(name)")
  }
}

/// Writes fractions with a fixed number of digits.
enum FixedText {
  /// Returns a number rounded to so many digits, half to even as far as the number itself is half.
  static func make(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    let digits = min(max(digits, 0), 300)
    let scale = CLibrary.power(10, Double(digits))
    let product = number.magnitude * scale
    guard product < 9e18 else { return "\(number)" }
    var whole = product.rounded(.down)
    let rest = product - whole
    let error = (-product).addingProduct(number.magnitude, scale)
    let isUp =
      rest > 0.5
      || (rest == 0.5
        && (error > 0 || (error == 0 && whole.truncatingRemainder(dividingBy: 2) == 1)))
    if isUp { whole += 1 }
    var text = String(UInt64(whole))
    if digits > 0 {
      text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return number.sign == .minus ? "-" + text : text
  }
}
