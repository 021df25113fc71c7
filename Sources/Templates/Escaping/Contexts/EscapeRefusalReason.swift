/// The rules that a template's text and outputs can break.
enum EscapeRefusalReason: Error, Hashable, Sendable {
  case ambiguousSlash
  case ambiguousURL
  case branchesDiffer(first: String, second: String)
  case commentHidesScriptEnd
  case equalsSignWithoutName
  case nestingTooDeep
  case schemeFromValue
  case spaceMissingAfterBranches
  case unfinished(String)
  case valueAfterBackslash
  case valueAfterLessThan
  case valueAsAttributeName
  case valueAsTagName
  case valueInAnimation
  case valueInCharacterReference
  case valueInDeclaration
  case valueInNestedTag
  case valueInRegularExpression
  case valueInScriptComment
  case valueInScriptName
  case valueInScriptURL
  case valueInStyleComment
  case valueInStyleCondition
  case valueInStyleProperty
  case valueInStyleSelector
  case valueInTemplateLiteral
  case valueUnquoted
}

extension EscapeRefusalReason {
  /// The stable name of the rule.
  var rule: String { rawParts.rule }

  /// One lower-case phrase: the rule and how to write it instead.
  var message: String { rawParts.message }

  private var rawParts: (rule: String, message: String) {
    switch self {
    case .ambiguousSlash:
      (
        "ambiguous-slash",
        "'/' may divide or begin a regular expression, depending on the branch before; "
          + "write the script so that every branch ends the same way"
      )
    case .ambiguousURL:
      (
        "ambiguous-url",
        "only some branches before have a '?' or '#', so the value may be a path or a query; "
          + "write the whole URL in each branch"
      )
    case .branchesDiffer(let first, let second):
      (
        "branches-differ",
        "every branch must end in the same place: one ends \(first), another \(second)"
      )
    case .commentHidesScriptEnd:
      (
        "comment-hides-script-end",
        "'<!--' and '<script' in a script make browsers overlook '</script>'; "
          + "write '\\x3C' for '<'"
      )
    case .equalsSignWithoutName:
      ("attribute-without-name", "'=' must stand behind an attribute's name")
    case .nestingTooDeep:
      (
        "nesting-too-deep",
        "the script or style is nested too deep to follow; move it to a file of its own"
      )
    case .schemeFromValue:
      (
        "scheme-from-value",
        "a value cannot be the scheme of a URL; write the scheme out, as in 'https://{{ host }}'"
      )
    case .spaceMissingAfterBranches:
      (
        "space-missing",
        "a space must follow here, because only some branches before end an attribute"
      )
    case .unfinished(let place):
      ("unfinished", "the file ends \(place)")
    case .valueAfterBackslash:
      (
        "value-after-backslash",
        "a value cannot stand directly behind '\\'; write the escaped character out"
      )
    case .valueAfterLessThan:
      (
        "value-after-less-than",
        "a value cannot stand directly behind '<'; put a space between, "
          + "or write '&lt;' in text and '\\x3C' in a script"
      )
    case .valueAsAttributeName:
      (
        "value-in-attribute-name",
        "a value cannot be the name of an attribute; write the attributes out, each in an 'if'"
      )
    case .valueAsTagName:
      (
        "value-in-tag-name",
        "a value cannot be the name of a tag; write the tags out, each in an 'if'"
      )
    case .valueInAnimation:
      (
        "value-in-animation",
        "only a number can stand in the 'values' of an animation, as others may be URLs; "
          + "write 'from' and 'to'"
      )
    case .valueInCharacterReference:
      (
        "value-in-character-reference",
        "a value cannot continue a character reference; end it with ';' or write '&amp;' for '&'"
      )
    case .valueInDeclaration:
      ("value-in-declaration", "a value cannot stand in '<!…>' or '<?…>'; write it out")
    case .valueInNestedTag:
      (
        "value-in-nested-tag",
        "in 'srcdoc' a value can only be text; set the page with '{% set %}' and print that"
      )
    case .valueInRegularExpression:
      (
        "value-in-regular-expression",
        "a value cannot stand in a regular expression; give it to 'new RegExp()' as a string"
      )
    case .valueInScriptComment:
      (
        "value-in-script-comment",
        "a value cannot stand in a comment of a script; move it out, or use '{# #}'"
      )
    case .valueInScriptName:
      (
        "value-in-script-name",
        "a value cannot be a name or part of one in a script; use 'object[{{ name }}]'"
      )
    case .valueInScriptURL:
      (
        "value-in-script-url",
        "a value cannot stand behind a scheme that runs code, such as 'javascript:'; "
          + "use an event handler or a script"
      )
    case .valueInStyleComment:
      (
        "value-in-style-comment",
        "a value cannot stand in a comment of a style; move it out, or use '{# #}'"
      )
    case .valueInStyleCondition:
      (
        "value-in-style-condition",
        "a value cannot stand in a rule that begins with '@'; write the rules out, each in an 'if'"
      )
    case .valueInStyleProperty:
      (
        "value-in-style-property",
        "a value cannot be the name of a style property; write 'name: {{ value }}', "
          + "or mark a whole declaration with 'safe_css'"
      )
    case .valueInStyleSelector:
      (
        "value-in-style-selector",
        "a value cannot stand in a style selector; write the selector out, "
          + "or mark whole rules with 'safe_css'"
      )
    case .valueInTemplateLiteral:
      (
        "value-in-template-literal",
        "a value cannot stand in a template literal; write 'const name = {{ value }};' before it "
          + "and '${name}' in it"
      )
    case .valueUnquoted:
      (
        "value-unquoted",
        "a value needs quotes in an attribute; write name=\"{{ value }}\""
      )
    }
  }
}
