extension Machine {
  mutating func json(_ value: Value, indent: Value) throws(RenderFault) -> Value {
    var writer = JSONWriter(indent: indent.kind == .int ? max(0, min(indent.asInt, 16)) : nil)
    workspace.truncate(to: 0)
    try writer.write(value, machine: &self)
    return try finishText(.json)
  }

  /// Attributes with their names; those without a value are left out.
  mutating func attributes(_ value: Value, autospace: Bool) throws(RenderFault) -> Value {
    guard value.kind == .map || value.kind == .record else {
      throw RenderFault.type("'xmlattr' takes a map, not \(described(value))")
    }
    var result: [UInt8] = []
    for (key, value) in pairs(of: value) where !value.isAbsent {
      let name = memory.bytes(of: try text(key))
      guard let escaper = OutputEscaper(attributeNamed: name) else {
        throw RenderFault.value(
          "'xmlattr' cannot write an attribute named '\(String(decoding: name, as: UTF8.self))'")
      }
      if autospace || !result.isEmpty { result.append(UInt8(ascii: " ")) }
      result += Array(name) + Array("=\"".utf8)
      let content = try text(value)
      workspace.truncate(to: 0)
      let outcome = escaper.write(
        memory.bytes(of: content), as: Self.kind(of: content), to: &workspace)
      if outcome != .written { warn(outcome, content) }
      result += workspace.withBytes { Array($0) }
      result.append(UInt8(ascii: "\""))
    }
    return try arena.text(String(decoding: result, as: UTF8.self), as: .attributes)
  }

  mutating func urlEncoded(_ value: Value) throws(RenderFault) -> Value {
    workspace.truncate(to: 0)
    var parts: [(key: Value, value: Value)]
    switch value.kind {
    case .map, .record: parts = pairs(of: value)
    case .list:
      parts = []
      for element in memory.elements(of: value) {
        guard element.kind == .list, element.length == 2 else {
          throw RenderFault.type("'urlencode' takes a text, a map or a list of pairs")
        }
        let cells = memory.cells(of: element)
        parts.append((cells[0], cells[1]))
      }
    default:
      let bytes = memory.bytes(of: try text(value))
      workspace.truncate(to: 0)
      appendEncoded(bytes, isQuery: false)
      return try finishText()
    }
    var texts: [(UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)] = []
    for part in parts {
      texts.append((memory.bytes(of: try text(part.key)), memory.bytes(of: try text(part.value))))
    }
    workspace.truncate(to: 0)
    for (index, part) in texts.enumerated() {
      if index > 0 { workspace.append(UInt8(ascii: "&")) }
      appendEncoded(part.0, isQuery: true)
      workspace.append(UInt8(ascii: "="))
      appendEncoded(part.1, isQuery: true)
    }
    return try finishText()
  }

  private mutating func appendEncoded(_ bytes: UnsafeBufferPointer<UInt8>, isQuery: Bool) {
    for byte in bytes {
      let isPlain =
        Lexer.isDigit(byte)
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || "_.-~".utf8.contains(byte) || (byte == UInt8(ascii: "/") && !isQuery)
      if isPlain {
        workspace.append(byte)
      } else if byte == UInt8(ascii: " "), isQuery {
        workspace.append(UInt8(ascii: "+"))
      } else {
        workspace.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          workspace.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
  }

  mutating func pluralized(_ values: UnsafeMutablePointer<Value>) throws(RenderFault) -> Value {
    guard let number = number(values[0]) else {
      throw RenderFault.type("'pluralize' takes a number, not \(described(values[0]))")
    }
    return number == 1 ? values[1] : values[2]
  }

  mutating func dated(_ value: Value, _ pattern: Value) throws(RenderFault) -> Value {
    let date: Value
    switch value.kind {
    case .date, .month: date = value
    default: throw RenderFault.type("'date' takes a date or a month, not \(described(value))")
    }
    workspace.truncate(to: 0)
    if let letter = DateText.append(date, pattern: memory.bytes(of: pattern), to: &workspace) {
      let name = String(Character(Unicode.Scalar(letter)))
      throw RenderFault.value(
        "the pattern of 'date' cannot hold '%\(name)' for \(described(value))")
    }
    return try finishText()
  }

  // MARK: Tests

  /// Answers a test of the first value; the others are its arguments.
  mutating func answer(
    _ test: Test, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Bool {
    let value = values[0]
    switch test {
    case .defined: return value.kind != .undefined
    case .undefined: return value.kind == .undefined
    case .none: return value.kind == .none
    case .present: return !value.isAbsent
    case .truthy: return value.kind == .undefined ? false : try isTrue(value)
    default: break
    }
    if value.kind == .undefined { throw RenderFault.absent("there is no value here to test") }
    switch test {
    case .even, .odd: return try rest(of: value) == (test == .even ? 0 : 1)
    case .divisibleBy:
      return try arithmetic(.remainder, value, values[1]).payload << 1 == 0
    case .string: return value.kind.isText
    case .number: return number(value) != nil
    case .integer: return value.kind == .int
    case .float: return value.kind == .float
    case .boolean: return value.kind == .bool
    case .true: return value.kind == .bool && value.asBool
    case .false: return value.kind == .bool && !value.asBool
    case .mapping: return value.kind == .map || value.kind == .record
    case .sequence, .iterable: return [.list, .map, .record, .string, .html].contains(value.kind)
    case .escaped: return value.kind == .html
    case .equal: return try areEqual(value, values[1])
    case .notEqual: return try !areEqual(value, values[1])
    case .less: return try ordered(value, values[1]) < 0
    case .lessEqual: return try ordered(value, values[1]) <= 0
    case .greater: return try ordered(value, values[1]) > 0
    case .greaterEqual: return try ordered(value, values[1]) >= 0
    case .contained: return try contains(values[1], value)
    case .containing: return try contains(value, values[1])
    case .lower, .upper: return try isCased(value, isUpper: test == .upper)
    case .sameAs:
      return value.kind == values[1].kind && value.region == values[1].region
        && value.payload == values[1].payload && value.count == values[1].count
    case .startingWith:
      return memory.bytes(of: value).starts(with: memory.bytes(of: try text(values[1])))
    case .endingWith:
      let part = memory.bytes(of: try text(values[1]))
      return memory.bytes(of: value).suffix(part.count).elementsEqual(part)
    case .defined, .undefined, .none, .truthy, .present, .callable, .filter, .test: return false
    }
  }

  /// What is left of a number after taking twos from it; neither 0 nor 1 for a fraction.
  private func rest(of value: Value) throws(RenderFault) -> Double {
    switch value.kind {
    case .int, .bool: return Double(value.asInt & 1)
    case .float: return value.asDouble.truncatingRemainder(dividingBy: 2).magnitude
    default: throw RenderFault.type("only numbers are even or odd, not \(described(value))")
    }
  }

  private mutating func isCased(_ value: Value, isUpper: Bool) throws(RenderFault) -> Bool {
    let string = String(decoding: memory.bytes(of: try text(value)), as: UTF8.self)
    let other = isUpper ? string.uppercased() : string.lowercased()
    return string == other && string.unicodeScalars.contains { $0.properties.isCased }
  }
}
