import Diagnostics

extension Machine {
  /// Prints a value, escaped for where it stands.
  @inline(__always)
  mutating func write(_ value: Value, _ escaper: OutputEscaper) throws(RenderFault) {
    switch value.kind {
    case .string:
      let outcome = escaper.write(memory.bytes(of: value), as: .text, to: &output)
      if outcome != .written { warn(outcome, value) }
    case .int where escaper.passesLiterals: DecimalText.append(value.asInt, to: &output)
    default: try writeOther(value, escaper)
    }
  }

  private mutating func writeOther(_ value: Value, _ escaper: OutputEscaper) throws(RenderFault) {
    switch value.kind {
    case .undefined: throw RenderFault.absent("there is no value here to print")
    case .none:
      if case .scriptValue = escaper { try writeLiteral("null", escaper) }
    case .list, .map, .record:
      if escaper == .dropped { return }
      guard case .scriptValue(let slot) = escaper else {
        throw RenderFault.type(
          "\(described(value)) cannot be printed; join it, print its parts or use tojson")
      }
      try writeScript(value, slot)
    case .namespace: throw RenderFault.type("a namespace cannot be printed")
    case .bool: try writeLiteral(value.asBool ? "true" : "false", escaper)
    case .int, .float:
      workspace.truncate(to: 0)
      appendNumber(value)
      writeWorkspace(value, .literal, escaper)
    case .date, .month, .period:
      workspace.truncate(to: 0)
      DateText.append(value, to: &workspace)
      writeWorkspace(value, .text, escaper)
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json:
      let outcome = escaper.write(memory.bytes(of: value), as: Self.kind(of: value), to: &output)
      if outcome != .written { warn(outcome, value) }
    }
  }

  static func kind(of value: Value) -> ValueKind {
    switch value.kind {
    case .html: .html
    case .trustedURL: .url
    case .trustedScript: .script
    case .trustedStyle: .style
    case .attributes: .attributes
    case .json: .json
    case .bool, .int, .float: .literal
    case .undefined, .none, .string, .date, .month, .period, .list, .map, .record, .namespace: .text
    }
  }

  private mutating func writeLiteral(
    _ text: StaticString, _ escaper: OutputEscaper
  ) throws(RenderFault) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    _ = escaper.write(bytes, as: .literal, to: &output)
  }

  private mutating func writeWorkspace(_ value: Value, _ kind: ValueKind, _ escaper: OutputEscaper)
  {
    let outcome = workspace.withBytes { escaper.write($0, as: kind, to: &output) }
    if outcome != .written { warn(outcome, value) }
  }

  /// Appends a number to the workspace as it is printed.
  mutating func appendNumber(_ value: Value) {
    if value.kind == .float {
      DecimalText.append(value.asDouble, to: &workspace)
    } else {
      DecimalText.append(value.asInt, to: &workspace)
    }
  }

  /// Lists and maps in scripts are written as JSON.
  private mutating func writeScript(_ value: Value, _ slot: ScriptSlot) throws(RenderFault) {
    var writer = JSONWriter(indent: nil)
    workspace.truncate(to: 0)
    try writer.write(value, machine: &self)
    _ = workspace.withBytes { OutputEscaper.scriptValue(slot).write($0, as: .json, to: &output) }
  }

  /// A refused value leaves a trace in the build's messages, never only in the page.
  mutating func warn(_ outcome: EscapeOutcome, _ value: Value) {
    guard warnings.count < 100 else { return }
    let (location, notes) = program.location(ofInstruction: position)
    let text = String(decoding: memory.bytes(of: value).prefix(120), as: UTF8.self)
    let (rule, message): (String, String)
    switch outcome {
    case .written: return
    case .blockedURL:
      (rule, message) = (
        "blocked-url",
        "a URL begins with http, https, mailto, tel, sms or ftp, so '\(text)' was replaced"
      )
    case .blockedStyle:
      (rule, message) = (
        "blocked-style", "a style value is a plain word, number or text, so '\(text)' was replaced"
      )
    }
    let warning = Diagnostic(
      rule: rule, severity: .warning, message: message, location: location, notes: notes)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  // MARK: Texts from values

  /// Appends a value to the workspace as text; markup and other texts keep their bytes.
  mutating func appendText(_ value: Value) throws(RenderFault) {
    switch value.kind {
    case .none: break
    case .undefined: throw RenderFault.absent("there is no value here to make a text of")
    case .bool: workspace.append(value.asBool ? "true" : "false")
    case .int, .float: appendNumber(value)
    case .date, .month, .period: DateText.append(value, to: &workspace)
    case .string, .html, .trustedURL, .trustedScript, .trustedStyle, .attributes, .json:
      workspace.append(memory.bytes(of: value))
    case .list, .map, .record, .namespace:
      throw RenderFault.type("\(described(value)) is no text; use join or tojson")
    }
  }

  /// The value as a text; one that is text already stays as it is.
  mutating func text(_ value: Value) throws(RenderFault) -> Value {
    if value.kind.isText { return value }
    workspace.truncate(to: 0)
    try appendText(value)
    return try finishText()
  }

  mutating func concatenated(
    _ values: UnsafeMutablePointer<Value>, _ count: Int, escapes: Bool
  ) throws(RenderFault) -> Value {
    var isMarkup = false
    for index in 0..<count where values[index].kind == .html { isMarkup = true }
    workspace.truncate(to: 0)
    for index in 0..<count {
      if isMarkup, values[index].kind.isText, values[index].kind != .html {
        _ = OutputEscaper.text.write(memory.bytes(of: values[index]), as: .text, to: &workspace)
      } else {
        try appendText(values[index])
      }
    }
    return try finishText(isMarkup ? .html : .string)
  }

  mutating func callHost(
    _ number: Int, _ values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) -> Value {
    let function = program.host[number]
    let arguments = HostArguments(
      values: UnsafeBufferPointer(start: values, count: count), memory: memory)
    var result = HostResult()
    do throws(HostFailure) {
      try function.body(arguments, &result)
    } catch {
      throw RenderFault.value(error.message)
    }
    if let value = result.value { return value }
    let kind: Value.Kind = function.result.unwrapped == .html ? .html : .string
    let outcome: Result<Value, RenderFault> = result.bytes.withUnsafeBufferPointer { bytes in
      do throws(RenderFault) { return .success(try arena.text(bytes, as: kind)) } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
