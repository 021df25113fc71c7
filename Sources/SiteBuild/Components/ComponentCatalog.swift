internal import CommonMark
internal import Diagnostics
internal import Templates

/// The components that authors can call from Markdown, by the names they write.
struct ComponentCatalog: Sendable {
  private let components: [String: Component]
  /// The names of all components, those with errors too, which are reported for themselves.
  private let names: [String]
  private let reader: ArgumentReader

  init(components: [String: Component], names: [String], reader: ArgumentReader) {
    self.components = components
    self.names = names
    self.reader = reader
  }

  /// A component with the arguments of one call, by the names of its parameters.
  struct Call: Sendable {
    let component: Component
    let arguments: [String: ComponentArgument]
  }

  /// Finds a directive's component and reads its arguments; `nil` when either cannot be done.
  func resolve(_ directive: Directive, in file: String) -> (call: Call?, diagnostics: [Diagnostic])
  {
    let name = directive.name.text
    guard let component = components[name] else {
      // A component with errors of its own needs no further message here.
      if names.contains(name) { return (nil, []) }
      let message = BuildMessage.unknownComponent(name, hint: NearestName.hint(name, among: names))
      return (nil, [message.at(SourceLocation(file: file, span: directive.name.span))])
    }
    var binder = ArgumentBinder(
      directive: directive, signature: component.signature, file: file, reader: reader)
    let arguments = binder.bind()
    guard !binder.diagnostics.hasErrors else { return (nil, binder.diagnostics) }
    return (Call(component: component, arguments: arguments), binder.diagnostics)
  }
}

/// Gives a directive's attributes and label to the parameters of a component.
private struct ArgumentBinder {
  let directive: Directive
  let signature: MacroSignature
  let file: String
  let reader: ArgumentReader
  private(set) var diagnostics: [Diagnostic] = []

  init(directive: Directive, signature: MacroSignature, file: String, reader: ArgumentReader) {
    self.directive = directive
    self.signature = signature
    self.file = file
    self.reader = reader
  }

  /// What is not given is left out, so that the component's default holds.
  mutating func bind() -> [String: ComponentArgument] {
    reportUnknownArguments()
    reportContent()
    var arguments: [String: ComponentArgument] = [:]
    for parameter in signature.parameters { arguments[parameter.name] = bind(parameter) }
    return arguments
  }

  private mutating func bind(_ parameter: MacroSignature.Parameter) -> ComponentArgument? {
    let attribute = directive.attributes?.pairs.first { Self.names($0.key.text, parameter) }
    if let attribute {
      // An attribute without a value switches something on.
      let text = attribute.value?.text ?? "true"
      return read(text, parameter, at: attribute.value?.span ?? attribute.key.span)
    }
    if parameter.name == "id", let id = directive.attributes?.id {
      return read(id.text, parameter, at: id.span)
    }
    if parameter.name == "label", let label = directive.label {
      return parameter.type.unwrapped == .html
        ? .html(label.text) : read(label.text, parameter, at: label.span)
    }
    if parameter.isRequired {
      report(.missingArgument(parameter.name, directive.name.text), at: directive.name.span)
    }
    return nil
  }

  private mutating func read(
    _ text: String, _ parameter: MacroSignature.Parameter, at span: Range<Int>
  ) -> ComponentArgument? {
    switch reader.read(text, as: parameter.type) {
    case .success(let argument): return argument
    case .failure(let refusal):
      report(
        .badArgument(parameter.name, text, expected: refusal.expected, hint: refusal.hint),
        at: span)
      return nil
    }
  }

  private mutating func reportUnknownArguments() {
    let known = signature.parameters.map(\.name)
    for pair in directive.attributes?.pairs ?? []
    where !signature.parameters.contains(where: { Self.names(pair.key.text, $0) }) {
      let hint = NearestName.hint(pair.key.text, among: known)
      report(
        .unknownArgument(pair.key.text, directive.name.text, hint: hint), at: pair.key.span)
    }
    if let label = directive.label, !known.contains("label") {
      report(.unknownArgument("[\(label.text)]", directive.name.text, hint: ""), at: label.span)
    }
  }

  private mutating func reportContent() {
    guard directive.form == .container, !signature.usesCaller else { return }
    report(.unusableContent(directive.name.text), at: directive.name.span)
  }

  /// Markdown writes `against-label` where a template must write `against_label`.
  private static func names(_ written: String, _ parameter: MacroSignature.Parameter) -> Bool {
    written == parameter.name || written.replacing("-", with: "_") == parameter.name
  }

  private mutating func report(_ message: BuildMessage, at span: Range<Int>) {
    diagnostics.append(message.at(SourceLocation(file: file, span: span)))
  }
}
