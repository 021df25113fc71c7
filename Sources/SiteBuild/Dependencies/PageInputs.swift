internal import CommonMark
internal import Content
internal import Fingerprints
internal import Templates

/// Fingerprints what one page reads.
struct PageInputs: Sendable {
  let finder: InputFinder
  let page: PlannedPage
  /// Told of directives in what is read.
  var sighting: DirectiveSighting?
  /// Told of each record that is read.
  var visit: ReadFingerprinter.Visit?

  private var model: SiteModel { finder.site.model }

  /// The fingerprints of the page's inputs, in the order of the program's keys.
  func fingerprints(_ program: PageProgram) -> [Fingerprint] {
    let reads = reader(program.reads.graph, depth: 0)
    var fingerprints = [program.reads.code]
    fingerprints +=
      visit == nil
      ? finder.siteFingerprints(program, of: page) : siteFingerprints(program)
    for field in program.pageFields {
      fingerprints.append(Fingerprint { add(field, reads, to: &$0) })
    }
    for (subject, value) in zip(program.subjects, model.subjects(of: page)) {
      fingerprints += self.fingerprints(subject, value, reads)
    }
    if program.readsText { fingerprints.append(Fingerprint { addText(to: &$0) }) }
    return fingerprints
  }

  /// The fingerprints of what is read of the global `site`.
  func siteFingerprints(_ program: PageProgram) -> [Fingerprint] {
    let reads = reader(program.reads.graph, depth: 0)
    if program.readsSiteWhole {
      return [Fingerprint { reads.add(root: PageProgram.siteRoot, model.siteValue, to: &$0) }]
    }
    return program.siteFields.map { field in
      Fingerprint {
        reads.add(root: PageProgram.siteRoot, field: field.position, of: model.siteValue, to: &$0)
      }
    }
  }

  private func fingerprints(
    _ subject: PageProgram.Subject, _ value: SiteModel.Subject, _ reads: ReadFingerprinter
  ) -> [Fingerprint] {
    switch value {
    case .list(let elements):
      [Fingerprint { reads.add(root: subject.root, elements: elements, to: &$0) }]
    case .value(let value):
      subject.fields?.map { field in
        Fingerprint {
          reads.add(root: subject.root, field: field.position, of: value, to: &$0)
        }
      } ?? [Fingerprint { reads.add(root: subject.root, value, to: &$0) }]
    }
  }

  private func reader(
    _ graph: ReadGraph, page store: DataStore = .empty, depth: Int
  ) -> ReadFingerprinter {
    ReadFingerprinter(
      graph, schema: model.schema.schema, site: model.store, page: store,
      everything: finder.everything, visit: visit
    ) { markup, fingerprinter in
      add(markup, depth: depth, to: &fingerprinter)
    }
  }
}

// MARK: - The page's own text

extension PageInputs {
  /// Feeds in what the page's own text becomes: its source, where its links lead, what its words
  /// stand for, what its directives show.
  func addText(to fingerprinter: inout Fingerprinter) {
    guard let (document, file) = model.body(of: page) else { return }
    fingerprinter.add(finder.digest(of: file))
    fingerprinter.add(model.site.settings.rawHTML.rawValue)
    for link in document.links where link.kind.isInternal {
      add(link.destination, in: file, to: &fingerprinter)
    }
    for image in document.images where image.kind.isInternal {
      add(image.destination, in: file, to: &fingerprinter)
    }
    for word in document.abbreviations {
      if let term = model.writer.term(of: word.text) { fingerprinter.add(model.terms[term]) }
    }
    for directive in document.directives {
      add(DirectiveCall(directive, content: [], file: file), depth: 0, to: &fingerprinter)
    }
  }

  private func add(
    _ destination: String, in file: String, to fingerprinter: inout Fingerprinter
  ) {
    if case .address(let address) = model.writer.links.resolve(destination, in: file) {
      fingerprinter.add(address)
    } else {
      fingerprinter.add(false)
    }
  }
}

// MARK: - Markup of the model

extension PageInputs {
  /// Feeds in markup with what its markers stand for on this page.
  private func add(
    _ markup: UnsafeRawBufferPointer, depth: Int, to fingerprinter: inout Fingerprinter
  ) {
    let bytes = markup.assumingMemoryBound(to: UInt8.self)
    fingerprinter.add(markup)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == Marker.open[0], let (marker, end) = Marker.read(bytes, at: offset)
      else {
        offset += 1
        continue
      }
      switch marker {
      case .abbreviation(let term, _):
        if model.terms.indices.contains(term) { fingerprinter.add(model.terms[term]) }
      case .directive(let number):
        sighting?.note()
        if model.directives.indices.contains(number) {
          add(model.directives[number], depth: depth, to: &fingerprinter)
        }
      case .pageDirective: break
      }
      offset = end
    }
  }

  /// Feeds in what a directive shows on this page.
  private func add(_ call: DirectiveCall, depth: Int, to fingerprinter: inout Fingerprinter) {
    let name = call.directive.name.text
    fingerprinter.add(name)
    // What nests deeper than this is refused when it is rendered.
    guard depth <= PageComposer.maximumDepth, let component = finder.theme.components[name],
      let resolved = finder.site.programs.components.resolve(call.directive, in: call.file).call
    else { return }
    fingerprinter.add(component.code)
    var layout = PageLayout(model: model)
    let arguments = resolved.component.signature.parameters.map { parameter in
      resolved.arguments[parameter.name]?.lay(in: &layout, model: model)
    }
    let reads = reader(component.graph, page: layout.builder.finish(), depth: depth + 1)
    reads.add(root: PageProgram.siteRoot, model.siteValue, to: &fingerprinter)
    for field in component.pageFields { add(field, reads, to: &fingerprinter) }
    for (number, argument) in arguments.enumerated() {
      fingerprinter.add(argument != nil)
      if let argument { reads.add(root: 2 + number, argument, to: &fingerprinter) }
    }
    call.content.withUnsafeBytes { add($0, depth: depth + 1, to: &fingerprinter) }
  }
}

// MARK: - What every page says of itself

extension PageInputs {
  /// Feeds in a field of the global `page`.
  private func add(
    _ field: PageProgram.Field, _ reads: ReadFingerprinter,
    to fingerprinter: inout Fingerprinter
  ) {
    switch field.name {
    case "kind": fingerprinter.add(page.kind.rawValue)
    case "title": fingerprinter.add(page.title)
    case "summary": fingerprinter.add(page.summary)
    case "url", "canonical":
      fingerprinter.add(finder.site.book.absoluteAddress(page.permalink))
    case "language": fingerprinter.add(page.language ?? model.site.settings.language)
    case "updated": fingerprinter.add(page.updated)
    case "edition":
      reads.add(
        root: PageProgram.pageRoot, field: field.position, model.edition(of: page),
        to: &fingerprinter)
    case "breadcrumbs": addBreadcrumbs(to: &fingerprinter)
    case "pagination": addPagination(to: &fingerprinter)
    case "content", "headings": break
    default: preconditionFailure("'\(field.name)' is a field of pages without a fingerprint")
    }
  }

  private func addBreadcrumbs(to fingerprinter: inout Fingerprinter) {
    for crumb in page.breadcrumbs {
      fingerprinter.add(crumb.title)
      fingerprinter.add(finder.site.book.address(crumb.permalink))
    }
  }

  private func addPagination(to fingerprinter: inout Fingerprinter) {
    guard let pagination = page.pagination else { return }
    fingerprinter.add(pagination.number)
    fingerprinter.add(pagination.pages.count)
    // The other addresses follow from the first.
    fingerprinter.add(pagination.pages.first.map { finder.site.book.address($0) })
  }
}
