public import Diagnostics

/// Checks templates against a schema and compiles them into programs.
///
/// ```swift
/// let compiler = Compiler(templates: templates, schema: schema, host: [slug])
/// let page = compiler.compile(entry: "page.html", globals: [GlobalVariable("site", .record(site))])
/// ```
public struct Compiler: Sendable {
  private let templates: TemplateSet
  private let schema: Schema
  private let host: [HostFunction]

  private let stackBytes: Int?

  /// Give `stackBytes` when compiling on a thread with a smaller stack than the system's usual one;
  /// templates that nest too deep for it are refused.
  public init(
    templates: TemplateSet, schema: Schema, host: [HostFunction] = [], stackBytes: Int? = nil
  ) {
    self.stackBytes = stackBytes
    self.templates = templates
    self.schema = schema
    self.host = host
  }

  /// What compiling one page gave: a program unless there are errors, and what it may read.
  public struct Result: Sendable {
    /// What a renderer runs; `nil` if the page or a template it uses has errors.
    public let program: Program?
    /// What is wrong, without the syntax errors that `TemplateSet` holds.
    public let diagnostics: [Diagnostic]
    /// What the page may read, whether there is a program or not; empty if there is no template.
    public let accesses: AccessSet
    /// The places where an author vouches for a value with `safe` and the like.
    public let trusted: [Diagnostic]
  }

  /// What compiling one component gave.
  public struct ComponentResult: Sendable {
    /// What a renderer calls; `nil` if the macro or a template it uses has errors.
    public let component: Component?
    /// What is wrong, without the syntax errors that `TemplateSet` holds.
    public let diagnostics: [Diagnostic]
    /// What the component may read, whether there is one or not; empty if there is no template.
    public let accesses: AccessSet
  }

  /// Compiles a page whose outermost template is `entry`.
  public func compile(entry: String, globals: [GlobalVariable]) -> Result {
    guard let index = templates.index(of: entry) else {
      return Result(
        program: nil, diagnostics: [Self.missing(entry)], accesses: AccessSet(), trusted: [])
    }
    let checked = Checker.check(
      entry: index, set: templates, schema: schema, host: host, globals: globals,
      stackBytes: stackBytes)
    let (program, diagnostics) = lower(checked, name: entry, entry: index)
    return Result(
      program: program, diagnostics: diagnostics, accesses: checked.accesses,
      trusted: checked.trusted)
  }

  /// Checks a template that no page uses, as far as that can be done without one.
  ///
  /// Names that nothing declares may come from whoever includes it, so they are not reported.
  public func check(unused name: String, globals: [GlobalVariable]) -> [Diagnostic] {
    guard let index = templates.index(of: name) else { return [Self.missing(name)] }
    return Checker.checkPart(
      index, set: templates, schema: schema, host: host, globals: globals, stackBytes: stackBytes
    ).diagnostics
  }

  /// Compiles one macro of a template as a program that is called with values.
  public func compileMacro(
    _ name: String, in template: String, globals: [GlobalVariable]
  ) -> ComponentResult {
    guard let index = templates.index(of: template) else {
      return ComponentResult(
        component: nil, diagnostics: [Self.missing(template)], accesses: AccessSet())
    }
    let checked = Checker.check(
      macro: name, in: index, set: templates, schema: schema, host: host, globals: globals,
      stackBytes: stackBytes)
    let (program, diagnostics) = lower(checked, name: template, entry: index)
    let component = program.flatMap { program in
      checked.component.map { Component(program: program, signature: $0.signature) }
    }
    return ComponentResult(
      component: component, diagnostics: diagnostics, accesses: checked.accesses)
  }

  private static func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      rule: "unknown-template", severity: .error, message: "there is no template '\(name)'",
      location: nil)
  }

  private static let rulesThatDropText: Set = [
    "dynamic-template", "missing-block", "template-recursion", "template-syntax",
    "template-too-deep", "template-too-large", "unknown-template", "wrong-arguments",
  ]

  private func lower(
    _ checked: CheckedProgram, name: String, entry: Int
  ) -> (program: Program?, diagnostics: [Diagnostic]) {
    let used = checked.accesses.templates
    let isBroken = templates.diagnostics.contains { diagnostic in
      diagnostic.severity == .error && diagnostic.location.map { used.contains($0.file) } ?? false
    }
    // Where text is missing, every context behind it would be a guess.
    let lacksText = checked.diagnostics.contains { Self.rulesThatDropText.contains($0.rule) }
    guard !isBroken, !lacksText else { return (nil, checked.diagnostics) }
    var lowering = Lowering(
      set: templates, schema: schema, host: host, checked: checked, stackBytes: stackBytes)
    let program = lowering.run(name: name, entry: entry)
    let diagnostics = checked.diagnostics + lowering.diagnostics
    return (diagnostics.hasErrors ? nil : program, diagnostics)
  }
}
