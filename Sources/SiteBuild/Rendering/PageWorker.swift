internal import CommonMark
internal import Content
internal import Diagnostics
internal import Templates

/// Renders pages one after the other on one thread, keeping its buffers from page to page.
///
/// A class, as the rendering of a page and of the components inside it share one renderer.
final class PageWorker {
  private let model: SiteModel
  private let programs: SitePrograms
  private let bodies: BodyReader
  private var renderer = Renderer()
  private var output = OutputBuffer(capacity: 64 << 10)
  /// Warnings of the last page, such as addresses that were refused.
  private(set) var warnings: [Diagnostic] = []

  init(model: SiteModel, programs: SitePrograms, bodies: BodyReader) {
    self.bodies = bodies
    self.model = model
    self.programs = programs
  }

  /// Renders a page; throws `PageFailure` when its templates cannot go on.
  func render(_ page: PlannedPage) throws -> [UInt8] {
    guard let program = programs.pages[page.kind] else { return [] }
    let body = try body(of: page)
    var layout = PageLayout(model: model)
    let value = layout.page(page, content: body.markup, headings: body.headings)
    let globals = [model.siteValue, value] + subjects(of: page, in: &layout)
    let store = layout.builder.finish()
    let markup = try run(on: page) { renderer, output throws(RenderError) in
      try renderer.render(
        program, globals: globals, site: model.store, page: store, into: &output)
    }
    return try compose(markup, page: page, directives: body.directives)
  }

  /// Renders what a page's own text becomes, without the page around it, as feeds show it.
  func renderContent(of page: PlannedPage) throws -> [UInt8] {
    let body = try body(of: page)
    return try compose(body.markup, page: page, directives: body.directives)
  }

  private func compose(
    _ markup: [UInt8], page: PlannedPage, directives: [DirectiveCall]
  ) throws -> [UInt8] {
    try PageComposer.compose(markup, model: model, pageDirectives: directives) { call in
      try self.renderComponent(call, on: page)
    }
  }

  private func renderComponent(_ directive: DirectiveCall, on page: PlannedPage) throws -> [UInt8] {
    let resolved = programs.components.resolve(directive.directive, in: directive.file)
    guard let call = resolved.call else { throw PageFailure(resolved.diagnostics) }
    var layout = PageLayout(model: model)
    // A component sees what its page is, not the page's text, in which it stands itself.
    let value = layout.page(page, content: [], headings: [])
    var arguments: [String: Value] = [:]
    for (name, argument) in call.arguments {
      arguments[name] = argument.lay(in: &layout, model: model)
    }
    let content =
      directive.directive.form == .container
      ? layout.builder.html(utf8: directive.content) : nil
    let globals = [model.siteValue, value]
    let store = layout.builder.finish()
    return try run(on: page) { renderer, output throws(RenderError) in
      try renderer.render(
        call.component, arguments: arguments, content: content, globals: globals,
        site: model.store, page: store, into: &output)
    }
  }

  /// Renders into a buffer of its own and names the page in what goes wrong.
  private func run(
    on page: PlannedPage,
    _ body: (inout Renderer, inout OutputBuffer) throws(RenderError) -> [Diagnostic]
  ) throws -> [UInt8] {
    output.truncate(to: 0)
    do throws(RenderError) {
      let found = try body(&renderer, &output)
      warnings += found.map(ThemeCompilation.inTemplatesFolder)
      return output.withBytes { Array($0) }
    } catch {
      var diagnostic = ThemeCompilation.inTemplatesFolder(error.diagnostic)
      diagnostic.notes.append(Diagnostic.Note(message: "while rendering \(page.permalink.path)"))
      throw PageFailure([diagnostic])
    }
  }

  /// Returns the warnings since the last call.
  func takeWarnings() -> [Diagnostic] {
    defer { warnings = [] }
    return warnings
  }
}

// MARK: - What a page is about

extension PageWorker {
  private struct Body {
    var markup: [UInt8] = []
    var headings: [Heading] = []
    var directives: [DirectiveCall] = []
  }

  /// The page's own text, its links resolved.
  private func body(of page: PlannedPage) throws -> Body {
    guard let (document, file) = model.body(of: page) else { return Body() }
    let whole = document.hasMarkup ? document : try bodies.document(of: file)
    var body = Body(headings: whole.headings)
    body.markup = model.writer.markup(
      of: whole.html, in: file, directives: &body.directives, isPageBody: true)
    return body
  }

  /// The values of the globals that only this kind of page has.
  private func subjects(of page: PlannedPage, in layout: inout PageLayout) -> [Value] {
    model.subjects(of: page).map { subject in
      switch subject {
      case .value(let value): value
      case .list(let elements): layout.builder.list(Array(elements))
      }
    }
  }
}
