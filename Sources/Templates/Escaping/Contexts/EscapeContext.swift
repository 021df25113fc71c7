/// Where in a page a byte of output stands, as far as escaping must know.
///
/// A template is scanned from `.html` or `.xml`: `ContextScanner.scan` moves a context over static
/// text, `placement(of:)` says how a value is written there and what follows it, `join` unites the
/// ends of branches, and `checkEnd` asks whether a file may end here.
///
/// A context holds everything that scanning needs, also half a tag name or half a character
/// reference, because a value or a statement may stand between any two bytes of a template. Equal
/// contexts treat equal text equally, so a macro is compiled once per context it is used in.
public struct EscapeContext: Hashable, Sendable, BitwiseCopyable {
  let syntax: MarkupSyntax
  var position: MarkupPosition
  /// The element whose tag or text this is.
  var element: ElementKind
  /// The kind of the attribute whose value this is.
  var attribute: AttributeKind
  /// What ends the attribute value this is.
  var delimiter: AttributeDelimiter
  /// The tag or attribute name being read, or the beginning of a script's type.
  var name: PackedName
  /// The character of which some bytes are still to come.
  var pending: PendingCharacter
  /// How much has been seen of the tag that ends the text of an element without markup.
  var closing: ClosingTagProgress
  /// The state of the language within an element's text or an attribute's value.
  var content: EmbeddedContext

  private init(syntax: MarkupSyntax) {
    self.syntax = syntax
    self.position = .text
    self.element = .ordinary
    self.attribute = .plain
    self.delimiter = .unquoted
    self.name = PackedName()
    self.pending = .none
    self.closing = ClosingTagProgress()
    self.content = .none
  }
}

extension EscapeContext {
  /// The text of an HTML page, where every page, block and captured text begins.
  public static let html = EscapeContext(syntax: .html)

  /// The text of an XML file, in which no element name and only URL attributes mean anything.
  public static let xml = EscapeContext(syntax: .xml)

  /// The text between tags in the same syntax.
  var outermost: EscapeContext { EscapeContext(syntax: syntax) }
}

/// Which rules the markup of a file follows.
enum MarkupSyntax: UInt8, Hashable, Sendable {
  case html
  case xml
}

/// What ends an attribute value.
enum AttributeDelimiter: UInt8, Hashable, Sendable {
  case unquoted
  case doubleQuote
  case singleQuote
}
