/// Fills a pattern such as `%s: %05.2f` with values.
struct PrintfFormat {
  private var flags: Set<UInt8> = []
  private var width = 0
  private var precision: Int?
  private var next = 0

  private static let widthLimit = 10_000

  static func format(
    _ pattern: Value, _ values: UnsafeMutablePointer<Value>, _ count: Int, machine: inout Machine
  ) throws(RenderFault) -> Value {
    var format = PrintfFormat()
    var result: [UInt8] = []
    let bytes = Array(machine.memory.bytes(of: pattern))
    var index = 0
    var takesMap = false
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "(") { takesMap = true }
      try format.conversion(
        bytes, &index, values, count, isMarkup: pattern.kind == .html, &result, machine: &machine)
    }
    if format.next < count, !takesMap {
      throw RenderFault.value("the format takes \(format.next) values, found \(count)")
    }
    return try machine.arena.text(
      String(decoding: result, as: UTF8.self), as: pattern.kind == .html ? .html : .string)
  }

  private mutating func conversion(
    _ bytes: [UInt8], _ index: inout Int, _ values: UnsafeMutablePointer<Value>, _ count: Int,
    isMarkup: Bool, _ result: inout [UInt8], machine: inout Machine
  ) throws(RenderFault) {
    let name = readName(bytes, &index)
    readFlags(bytes, &index)
    guard index < bytes.count else { throw RenderFault.value("the format ends within a '%'") }
    let letter = bytes[index]
    index += 1
    if letter == UInt8(ascii: "%") {
      result.append(letter)
      return
    }
    let value: Value
    if let name {
      let key = try machine.arena.text(name)
      value = count > 0 ? try machine.element(of: values[count - 1], at: key) : .undefined
    } else {
      guard next < count else {
        throw RenderFault.value("the format needs more values than it is given")
      }
      value = values[next]
      next += 1
    }
    let text = try converted(value, letter, isMarkup: isMarkup, machine: &machine)
    result += padded(text, isNumber: letter != UInt8(ascii: "s"))
  }

  private func readName(_ bytes: [UInt8], _ index: inout Int) -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "("),
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    index = end + 1
    return name
  }

  private mutating func readFlags(_ bytes: [UInt8], _ index: inout Int) {
    flags = []
    while index < bytes.count, "-+ 0#".utf8.contains(bytes[index]) {
      flags.insert(bytes[index])
      index += 1
    }
    width = Self.readNumber(bytes, &index) ?? 0
    precision = nil
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      precision = Self.readNumber(bytes, &index) ?? 0
    }
  }

  private static func readNumber(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    var number: Int?
    while index < bytes.count, Lexer.isDigit(bytes[index]) {
      number = min((number ?? 0) * 10 + Int(bytes[index] - 0x30), widthLimit)
      index += 1
    }
    return number
  }

  private func converted(
    _ value: Value, _ letter: UInt8, isMarkup: Bool, machine: inout Machine
  ) throws(RenderFault) -> String {
    switch letter {
    case UInt8(ascii: "s"), UInt8(ascii: "r"):
      var text = try machine.text(value)
      if isMarkup, text.kind != .html { text = try machine.escaped(text) }
      let string = String(decoding: machine.memory.bytes(of: text), as: UTF8.self)
      return precision.map { String(string.unicodeScalars.prefix($0)) } ?? string
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      let number = try number(value, machine)
      guard number.magnitude < 9.2e18 else { throw RenderFault.value("'%d' takes a whole number") }
      return signed(value.kind == .int ? String(value.asInt) : String(Int(number)))
    case UInt8(ascii: "x"): return based(try whole(value, machine), radix: 16, prefix: "0x")
    case UInt8(ascii: "X"):
      return based(try whole(value, machine), radix: 16, prefix: "0x").uppercased()
    case UInt8(ascii: "o"): return based(try whole(value, machine), radix: 8, prefix: "0o")
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "g"), UInt8(ascii: "G"):
      return signed(
        CLibrary.text(
          of: try number(value, machine), conversion: letter, digits: min(precision ?? 6, 300),
          isAlternate: flags.contains(UInt8(ascii: "#"))))
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return signed(FixedText.make(try number(value, machine), digits: precision ?? 6))
    default:
      throw RenderFault.value("a format knows %s, %d, %f, %e, %g, %x, %o and %%")
    }
  }

  private func number(_ value: Value, _ machine: borrowing Machine) throws(RenderFault) -> Double {
    guard let number = machine.number(value) else {
      throw RenderFault.type("the format takes a number, not \(machine.described(value))")
    }
    return number
  }

  private func whole(_ value: Value, _ machine: borrowing Machine) throws(RenderFault) -> Int {
    guard value.kind == .int || value.kind == .bool else {
      throw RenderFault.type("the format takes a whole number, not \(machine.described(value))")
    }
    return value.asInt
  }

  /// A whole number of another base, with the base before it if that is asked for.
  private func based(_ number: Int, radix: Int, prefix: String) -> String {
    let digits = String(number.magnitude, radix: radix)
    let mark = flags.contains(UInt8(ascii: "#")) ? prefix : ""
    return number < 0 ? "-" + mark + digits : signed(mark + digits)
  }

  private func signed(_ text: String) -> String {
    if text.hasPrefix("-") { return text }
    if flags.contains(UInt8(ascii: "+")) { return "+" + text }
    return flags.contains(UInt8(ascii: " ")) ? " " + text : text
  }

  private func padded(_ text: String, isNumber: Bool) -> [UInt8] {
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return Array(text.utf8) }
    let spaces = [UInt8](repeating: UInt8(ascii: " "), count: missing)
    if flags.contains(UInt8(ascii: "-")) { return Array(text.utf8) + spaces }
    guard isNumber, flags.contains(UInt8(ascii: "0")) else { return spaces + Array(text.utf8) }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: missing)
    let hasSign = text.hasPrefix("-") || text.hasPrefix("+")
    return Array(text.utf8.prefix(hasSign ? 1 : 0)) + zeros
      + Array(text.utf8.dropFirst(hasSign ? 1 : 0))
  }
}
