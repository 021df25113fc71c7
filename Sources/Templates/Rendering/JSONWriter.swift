/// Writes values as JSON into a machine's workspace, with what HTML gives a meaning as escapes.
struct JSONWriter {
  /// The spaces of one level, or `nil` for all on one line.
  let indent: Int?
  private var depth = 0

  /// Values of a site may refer to each other in circles.
  private static let depthLimit = 64

  init(indent: Int?) {
    self.indent = indent
  }

  mutating func write(_ value: Value, machine: inout Machine) throws(RenderFault) {
    switch value.kind {
    case .undefined: throw RenderFault.absent("there is no value here for JSON")
    case .none: machine.workspace.append("null")
    case .bool: machine.workspace.append(value.asBool ? "true" : "false")
    case .int: machine.appendNumber(value)
    case .float:
      guard value.asDouble.isFinite else { throw RenderFault.value("JSON has no infinite numbers") }
      machine.appendNumber(value)
    case .json: machine.workspace.append(machine.memory.bytes(of: value))
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes:
      Self.writeString(machine.memory.bytes(of: value), to: &machine.workspace)
    case .date, .month, .period:
      machine.workspace.append(UInt8(ascii: "\""))
      DateText.append(value, to: &machine.workspace)
      machine.workspace.append(UInt8(ascii: "\""))
    case .list: try writeList(value, machine: &machine)
    case .map, .record: try writeMap(value, machine: &machine)
    case .namespace: throw RenderFault.type("a namespace has no JSON form")
    }
  }

  private mutating func writeList(_ list: Value, machine: inout Machine) throws(RenderFault) {
    try enter()
    machine.workspace.append(UInt8(ascii: "["))
    let elements = machine.memory.elements(of: list)
    for (index, element) in elements.enumerated() {
      if index > 0 { machine.workspace.append(indent == nil ? ", " : ",") }
      newLine(machine: &machine)
      try write(element, machine: &machine)
    }
    depth -= 1
    if !elements.isEmpty { newLine(machine: &machine) }
    machine.workspace.append(UInt8(ascii: "]"))
  }

  private mutating func writeMap(_ map: Value, machine: inout Machine) throws(RenderFault) {
    try enter()
    let memory = machine.memory
    var pairs = machine.pairs(of: map)
    pairs.sort { (machine.simpleOrder($0.key, $1.key) ?? 0) < 0 }
    machine.workspace.append(UInt8(ascii: "{"))
    for (index, pair) in pairs.enumerated() {
      if index > 0 { machine.workspace.append(indent == nil ? ", " : ",") }
      newLine(machine: &machine)
      if pair.key.kind.isText {
        Self.writeString(memory.bytes(of: pair.key), to: &machine.workspace)
      } else {
        machine.workspace.append(UInt8(ascii: "\""))
        try machine.appendText(pair.key)
        machine.workspace.append(UInt8(ascii: "\""))
      }
      machine.workspace.append(": ")
      try write(pair.value, machine: &machine)
    }
    depth -= 1
    if !pairs.isEmpty { newLine(machine: &machine) }
    machine.workspace.append(UInt8(ascii: "}"))
  }

  private mutating func enter() throws(RenderFault) {
    depth += 1
    if depth > Self.depthLimit {
      throw RenderFault.limit("JSON nests at most \(Self.depthLimit) levels deep")
    }
  }

  private func newLine(machine: inout Machine) {
    guard let indent else { return }
    machine.workspace.append(UInt8(ascii: "\n"))
    for _ in 0..<min(indent * depth, 1000) { machine.workspace.append(UInt8(ascii: " ")) }
  }

  static func writeString(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
    output.append(UInt8(ascii: "\""))
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x09: output.append("\\t")
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
        UInt8(ascii: "'"):
        writeEscape(byte, to: &output)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        // Line ends to a script, though not to JSON.
        output.append(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        index += 2
      default: output.append(byte)
      }
      index += 1
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(_ byte: UInt8, to output: inout OutputBuffer) {
    output.append("\\u00")
    for digit in [byte >> 4, byte & 15] {
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
