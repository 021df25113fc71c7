/// Reads `name[label]{attributes}` after the colons of a directive.
struct DirectiveParser {
  private let source: [UInt8]
  private let limit: Int

  init(source: [UInt8], limit: Int) {
    self.source = source
    self.limit = min(limit, source.count)
  }

  /// A directive as far as it could be read.
  struct Result {
    let syntax: DirectiveSyntax
    let end: Int
  }

  /// Returns the directive whose name starts at `start`, or `nil` if none does.
  func parse(nameAt start: Int, form: Directive.Form) -> Result? {
    var end = start
    guard start < limit, source[start].isLetter else { return nil }
    while end < limit, source[end].isAlphanumeric || source[end] == 0x2D || source[end] == 0x5F {
      end += 1
    }
    // A name does not end in a dash, so that `:name-` in prose stays apart.
    while source[end - 1] == 0x2D || source[end - 1] == 0x5F { end -= 1 }
    var syntax = DirectiveSyntax(
      form: form,
      name: Attributes.Value(
        String(decoding: source[start..<end], as: UTF8.self), span: start..<end))
    if end < limit, source[end] == UInt8(ascii: "["), let close = endOfLabel(at: end) {
      syntax.label = end + 1..<close
      end = close + 1
    }
    if let attributes = AttributesParser(source: source, limit: limit).parse(at: end) {
      syntax.attributes = attributes
      end = attributes.span.upperBound
    }
    return Result(syntax: syntax, end: end)
  }

  /// Returns the directive if nothing but space follows it on its line.
  func parseLine(nameAt start: Int, form: Directive.Form) -> DirectiveSyntax? {
    guard let result = parse(nameAt: start, form: form),
      source[result.end..<limit].allSatisfy(\.isSpaceOrTab)
    else { return nil }
    return result.syntax
  }

  /// Returns the offset of the bracket that closes the one at `start`, on the same line.
  private func endOfLabel(at start: Int) -> Int? {
    var depth = 0
    var offset = start
    let limit = min(limit, start + MarkdownLimits.labelLength)
    while offset < limit {
      switch source[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return offset }
      case 0x0A, 0x0D: return nil
      default: break
      }
      offset += 1
    }
    return nil
  }
}
