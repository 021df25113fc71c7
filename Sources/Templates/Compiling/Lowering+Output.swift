import Diagnostics

extension Lowering {
  // MARK: Text

  /// Adds literal text of a template, with `\r\n` as a newline, and moves the context over it.
  mutating func lowerText() {
    let source = set.templates[place.template].source.bytes
    let bytes = Self.withPlainNewlines(source[place.span])
    appendText(bytes)
    guard let before = context else { return }
    do throws(EscapeRefusal) {
      context = try Self.scan(bytes, from: before)
    } catch {
      let offset = min(place.span.lowerBound + error.offset, max(place.span.upperBound - 1, 0))
      report(error.rule, error.message, at: offset..<min(offset + 1, place.span.upperBound))
      context = nil
    }
  }

  private static func scan(
    _ bytes: [UInt8], from context: EscapeContext
  ) throws(EscapeRefusal) -> EscapeContext {
    let outcome: Result<EscapeContext, EscapeRefusal> = bytes.withUnsafeBufferPointer { buffer in
      do throws(EscapeRefusal) {
        return .success(try ContextScanner.scan(buffer, from: context))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private static func withPlainNewlines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
    var plain: [UInt8] = []
    var wasReturn = false
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        plain.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || !wasReturn {
        plain.append(byte)
      }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    return plain
  }

  mutating func appendText(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    let draft = drafts[current]
    if draft.code.count > draft.barrier, case .text(let offset, let count)? = draft.code.last,
      Int(offset + count) == texts.count
    {
      drafts[current].code[draft.code.count - 1] =
        .text(offset: offset, count: count + UInt32(truncatingIfNeeded: bytes.count))
      texts += bytes
      return
    }
    emit(
      .text(
        offset: UInt32(truncatingIfNeeded: texts.count),
        count: UInt32(truncatingIfNeeded: bytes.count)))
    texts += bytes
  }

  // MARK: Values

  mutating func lowerOutput(_ value: CheckedExpression, isEscaped: Bool) {
    switch value.kind {
    case .captured(let output) where isEscaped == (value.type == .html):
      lowerInline(output)
    case .conditional(let then, let condition, let otherwise):
      lowerBranches(
        [(condition, { lowering in lowering.lowerOutput(then, isEscaped: isEscaped) })],
        otherwise: { lowering in
          if let otherwise { lowering.lowerOutput(otherwise, isEscaped: isEscaped) }
        })
    case .constant(let constant): lowerConstantOutput(constant, value, isEscaped: isEscaped)
    case .concatenation(let parts) where isSplittable(isEscaped: isEscaped):
      for part in parts { lowerOutput(part, isEscaped: isEscaped) }
    default: writeValue(value, isEscaped: isEscaped)
    }
  }

  /// Whether a text may be written in pieces here and mean the same.
  private func isSplittable(isEscaped: Bool) -> Bool {
    guard isEscaped, let context else { return true }
    guard let placement = try? context.placement(of: .text) else { return false }
    switch placement.escaper {
    case .text, .characters, .attribute: return placement.after == context
    default: return false
    }
  }

  /// How a value is written here, after moving the context behind it; `nil` after a refusal.
  private mutating func place(_ type: ValueType, isEscaped: Bool) -> OutputEscaper? {
    guard let before = context else { return isEscaped ? .text : .verbatim }
    do throws(EscapeRefusal) {
      let placement = try before.placement(of: isEscaped ? Self.kind(of: type) : .html)
      context = placement.after
      return isEscaped ? placement.escaper : .verbatim
    } catch {
      report(error.rule, error.message)
      context = nil
      return nil
    }
  }

  private static func kind(of type: ValueType) -> ValueKind? {
    switch type.unwrapped {
    case .any, .undefined, .none, .list, .tuple, .map, .record, .compileTime, .optional: nil
    case .bool, .int, .float: type.unwrapped == type ? .literal : nil
    case .string, .date, .month, .period: .text
    case .html: .html
    case .trusted(.url): .url
    case .trusted(.script): .script
    case .trusted(.style): .style
    case .trusted(.attributes): .attributes
    case .json: .json
    }
  }

  private mutating func lowerConstantOutput(
    _ constant: Constant, _ value: CheckedExpression, isEscaped: Bool
  ) {
    let text: (bytes: [UInt8], kind: ValueKind)
    switch constant {
    case .undefined, .none, .float:
      writeValue(value, isEscaped: isEscaped)
      return
    case .bool(let value): text = (Array((value ? "true" : "false").utf8), .literal)
    case .int(let value): text = (Array(String(value).utf8), .literal)
    case .string(let value): text = (Array(value.utf8), .text)
    case .html(let value): text = (Array(value.utf8), .html)
    }
    guard let escaper = place(value.type, isEscaped: isEscaped) else { return }
    var buffer = OutputBuffer()
    let outcome = text.bytes.withUnsafeBufferPointer { bytes in
      escaper.write(bytes, as: text.kind, to: &buffer)
    }
    guard outcome == .written else {
      // The warning belongs to the page that is rendered.
      emitWrite(value, escaper)
      return
    }
    appendText(buffer.withBytes { Array($0) })
  }

  private mutating func writeValue(_ value: CheckedExpression, isEscaped: Bool) {
    guard let escaper = place(value.type, isEscaped: isEscaped) else { return }
    switch value.type.unwrapped {
    case .list, .tuple, .map, .record:
      if case .scriptValue = escaper { break }
      if escaper == .dropped { break }
      let name = schema.name(of: value.type)
      report(
        "wrong-type",
        "a value of type \(name) cannot be printed; join it, print its parts or use tojson",
        at: value.place.span)
      return
    default: break
    }
    emitWrite(value, escaper)
  }

  private mutating func emitWrite(_ value: CheckedExpression, _ escaper: OutputEscaper) {
    let (mark, start) = (temporaries[frame], place)
    defer { (temporaries[frame], place) = (mark, start) }
    if case .field(let base, let position) = value.kind, position < Int(UInt16.max),
      escaper == .text || escaper == .attribute
    {
      let record = lower(base)
      place = value.place
      emit(
        escaper == .text
          ? .writeFieldText(record, position: UInt16(truncatingIfNeeded: position))
          : .writeFieldAttribute(record, position: UInt16(truncatingIfNeeded: position)))
      return
    }
    let slot = lower(value)
    place = value.place
    switch escaper {
    case .text: emit(.writeText(slot))
    case .attribute: emit(.writeAttribute(slot))
    default: emit(.write(slot, escaper))
    }
  }

  // MARK: What prints

  /// Prints directly what could also be captured as a value.
  private mutating func lowerInline(_ output: CheckedOutput) {
    switch output {
    case .nodes(let nodes): lower(nodes)
    case .macro(let call): lowerCall(call)
    case .caller(let caller): lowerCaller(caller)
    case .recursion(let loop, let from, let elements): lowerRecursion(loop, from: from, elements)
    }
  }

  /// Captures what is printed as a value; it is markup that begins and ends between tags.
  mutating func lowerCaptured(_ output: CheckedOutput, isMarkup: Bool, to slot: Slot) {
    let outer = context
    context = isMarkup ? .html : nil
    emit(.beginCapture)
    lowerInline(output)
    do throws(EscapeRefusal) {
      try context?.checkEnd()
    } catch {
      report(error.rule, error.message)
    }
    context = outer
    emit(.endCapture(to: slot, isMarkup ? .html : .string))
  }

  // MARK: Joining

  /// The context after several ways through a template.
  mutating func join(_ contexts: [EscapeContext?]) -> EscapeContext? {
    var joined: EscapeContext?
    for context in contexts {
      // Where a refusal was reported nothing more is known, and nothing more is said.
      guard let context else { return nil }
      guard let before = joined else {
        joined = context
        continue
      }
      do throws(EscapeRefusal) {
        joined = try before.join(context)
      } catch {
        report(error.rule, error.message)
        return nil
      }
    }
    return joined
  }
}
