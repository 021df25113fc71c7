extension EscapeContext {
  /// Where this is, for messages: `in a tag`, `in a string of a script`.
  var place: String {
    switch position {
    case .text: "in text"
    case .tagOpen, .endTagOpen: "behind '<'"
    case .tagName, .endTagName: "in the name of a tag"
    case .beforeAttribute, .afterValue, .afterSlash, .endOfName: "in a tag"
    case .attributeName, .afterAttributeName, .endOfAttributeName: "behind an attribute's name"
    case .beforeValue: "before an attribute's value"
    case .attributeValue:
      content.place.map { "\($0) in \(delimiter.place)" } ?? "in \(delimiter.place)"
    case .elementText: elementPlace
    case .declarationOpen, .declarationDash, .declaration: "in '<!…>'"
    case .instruction, .instructionQuestion: "in '<?…?>'"
    case .commentStart, .commentStartDash, .comment, .commentDash, .commentDashes, .commentBang:
      "in a comment"
    case .sectionName, .section, .sectionBracket, .sectionBrackets: "in a CDATA section"
    }
  }

  private var elementPlace: String {
    content.place ?? "in the text of '\(element.closingName ?? "")'"
  }
}

extension AttributeDelimiter {
  fileprivate var place: String {
    switch self {
    case .unquoted: "an attribute's value without quotes"
    case .doubleQuote, .singleQuote: "an attribute's value"
    }
  }
}

extension EmbeddedContext {
  /// The place within the language, or `nil` if there is none.
  fileprivate var place: String? {
    switch self {
    case .script(let context): "in \(context.lexeme.place)"
    case .style(let context): "in \(context.place)"
    case .url(let context), .sourceSet(let context): "in \(context.part.place)"
    case .none, .refresh, .document: nil
    }
  }
}

extension ScriptContext.Lexeme {
  fileprivate var place: String {
    switch self {
    case .doubleQuoted, .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape:
      "a string of a script"
    case .lineComment, .blockComment, .blockCommentStar: "a comment of a script"
    case .template, .templateEscape, .templateDollar: "a template literal of a script"
    case .regexp, .regexpEscape, .regexpClass, .regexpClassEscape:
      "a regular expression of a script"
    case .slash: "a script, behind '/'"
    case .space, .word, .dot, .member, .plus, .minus, .minuses, .less, .lessBang, .lessBangDash:
      "a script"
    }
  }
}

extension StyleContext {
  fileprivate var place: String {
    switch lexeme {
    case .doubleQuoted, .doubleQuotedEscape, .singleQuoted, .singleQuotedEscape:
      "a string of a style"
    case .comment, .commentStar: "a comment of a style"
    case .urlStart, .url, .urlEscape, .urlEnd, .doubleQuotedURL, .doubleQuotedURLEscape,
      .singleQuotedURL, .singleQuotedURLEscape:
      "a URL of a style"
    case .space, .word, .wordEscape, .atWord, .slash:
      switch position {
      case .selector: "a style, outside rules"
      case .condition: "a style, behind '@'"
      case .property: "a style, before a property"
      case .value, .propertyOrValue: "a style, in a property's value"
      }
    }
  }
}

extension URLContext.Part {
  fileprivate var place: String {
    switch self {
    case .query: "the query of a URL"
    case .start, .scheme, .open, .path, .mediaType, .code, .ambiguous: "a URL"
    }
  }
}
