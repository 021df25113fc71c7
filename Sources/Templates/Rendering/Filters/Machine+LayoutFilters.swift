extension Machine {
  private static let widthLimit = 100_000

  private func width(_ value: Value, _ what: String) throws(RenderFault) -> Int {
    guard value.kind == .int else {
      throw RenderFault.type("\(what) is a whole number, not \(described(value))")
    }
    guard value.asInt <= Self.widthLimit else {
      throw RenderFault.limit("\(what) is at most \(Self.widthLimit)")
    }
    return value.asInt
  }

  mutating func centered(_ value: Value, _ width: Value) throws(RenderFault) -> Value {
    let width = try self.width(width, "a width")
    let bytes = memory.bytes(of: value)
    let padding = width - TextRange.count(bytes)
    guard padding > 0 else { return value }
    let left = padding / 2 + (padding & width & 1)
    workspace.truncate(to: 0)
    for _ in 0..<left { workspace.append(UInt8(ascii: " ")) }
    workspace.append(bytes)
    for _ in 0..<padding - left { workspace.append(UInt8(ascii: " ")) }
    return try finishText(value.kind)
  }

  mutating func indented(
    _ value: Value, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let indentation: [UInt8]
    if values[1].kind.isText {
      let isForeign = value.kind == .html && values[1].kind != .html
      let text = isForeign ? try escaped(values[1]) : values[1]
      indentation = Array(memory.bytes(of: text))
    } else {
      indentation = Array(
        repeating: UInt8(ascii: " "), count: max(0, try width(values[1], "an indentation")))
    }
    let (first, blank) = (try isTrue(values[2]), try isTrue(values[3]))
    let lines = Self.lines(of: memory.bytes(of: value))
    let bytes = memory.bytes(of: value)
    workspace.truncate(to: 0)
    for (index, line) in lines.enumerated() {
      if index > 0 { workspace.append(UInt8(ascii: "\n")) }
      if index > 0 ? (blank || !line.isEmpty) : first {
        indentation.withUnsafeBufferPointer { workspace.append($0) }
      }
      workspace.append(UnsafeBufferPointer(rebasing: bytes[line]))
      if workspace.count > arena.limit { throw RenderFault.limit("a text grew too long") }
    }
    return try finishText(value.kind)
  }

  /// The lines of a text without their ends; a text that ends with a newline has an empty last one.
  private static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        lines.append(start..<index)
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<bytes.count)
    return lines
  }

  /// Cuts a text at a length, between words unless told otherwise, and never inside a character.
  mutating func truncated(
    _ value: Value, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let bytes = memory.bytes(of: value)
    let end = try text(values[3])
    let length = try width(values[1], "a length")
    let leeway = values[4].kind == .int ? values[4].asInt : 5
    let endLength = TextRange.count(memory.bytes(of: end))
    guard length >= endLength else {
      throw RenderFault.value("'truncate' needs a length of at least \(endLength), that of its end")
    }
    guard leeway >= 0 else { throw RenderFault.value("the leeway of 'truncate' is at least 0") }
    let total = TextRange.count(bytes)
    guard total > length, total - length > leeway else { return value }
    var cut = TextRange.scalars(0..<length - endLength, of: bytes).upperBound
    cut = Self.characterBoundary(atOrBefore: cut, in: bytes)
    if try !isTrue(values[2]) {
      if let space = bytes[..<cut].lastIndex(of: UInt8(ascii: " ")) { cut = space }
    }
    let kind: Value.Kind = value.kind == .html ? .html : .string
    workspace.truncate(to: 0)
    workspace.append(UnsafeBufferPointer(rebasing: bytes[..<cut]))
    if kind == .html, end.kind != .html {
      _ = OutputEscaper.text.write(memory.bytes(of: end), as: .text, to: &workspace)
    } else {
      workspace.append(memory.bytes(of: end))
    }
    return try finishText(kind)
  }

  /// The last place between two characters as readers see them.
  private static func characterBoundary(
    atOrBefore cut: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if cut >= bytes.count || (bytes[cut] < 0x80 && (cut == 0 || bytes[cut - 1] < 0x80)) {
      return cut
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var end = 0
    for character in text {
      let next = end + character.utf8.count
      if next > cut { return end }
      end = next
    }
    return end
  }

  mutating func wrapped(
    _ value: Value, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    let width = try width(values[1], "a width")
    if width < 1 { throw RenderFault.value("the width of 'wordwrap' is at least 1") }
    let bytes = memory.bytes(of: value)
    let separator = String(decoding: memory.bytes(of: try text(values[3])), as: UTF8.self)
    let wrapper = WordWrapper(
      width: width, breaksLongWords: try isTrue(values[2]), breaksOnHyphens: try isTrue(values[4]))
    var lines = Self.lines(of: bytes).map { range in
      wrapper.wrap(String(decoding: bytes[range], as: UTF8.self)).joined(separator: separator)
    }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    return try arena.text(lines.joined(separator: separator))
  }
}
