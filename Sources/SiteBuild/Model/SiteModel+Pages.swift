internal import CommonMark
internal import Content
internal import Templates

/// What pages are about, as templates see it.
extension SiteModel {
  /// The value of a global that only one kind of page has.
  enum Subject {
    case value(Value)
    /// A list, by its elements.
    case list(ArraySlice<Value>)
  }

  /// The values of the globals that only this kind of page has.
  func subjects(of page: PlannedPage) -> [Subject] {
    switch page.subject {
    case .none: page.kind == .blog ? [.list(posts(on: page))] : []
    case .edition(let id), .board(let id): [.value(edition(id))]
    case .quarter(let period): [.value(quarterReport(period))]
    case .project(let id): [.value(project(id))]
    case .story(let id): [.value(story(id))]
    case .event(let id): [.value(event(id))]
    case .post(let id): [.value(post(id))]
    case .page: []
    case .taxonomy(let taxonomy):
      [.list((references.terms[taxonomy] ?? []).map(\.value)[...])]
    case .term(let taxonomy, let id): [.value(term(taxonomy, id)), .list(posts(on: page))]
    }
  }

  /// The posts that one page of a list shows.
  private func posts(on page: PlannedPage) -> ArraySlice<Value> {
    var values = posts[...]
    if case .term(let taxonomy, let id) = page.subject { values = posts(of: taxonomy, id)[...] }
    let range = page.pagination?.range ?? values.indices
    return values[range.clamped(to: values.indices)]
  }

  /// The edition that a page is part of.
  func edition(of page: PlannedPage) -> Value {
    switch page.subject {
    case .edition(let id), .board(let id): edition(id)
    case .none, .quarter, .project, .story, .event, .post, .page, .taxonomy, .term: .none
    }
  }

  /// The page's own text and the file it stands in.
  func body(of page: PlannedPage) -> (document: MarkdownDocument, file: String)? {
    switch page.subject {
    case .edition(let id): site.editions[id].map { ($0.body, $0.header.origin.file) }
    case .post(let id): site.posts[id].map { ($0.body, $0.header.origin.file) }
    case .page(let id): site.pages[id].map { ($0.body, $0.header.origin.file) }
    case .none, .board, .quarter, .project, .story, .event, .taxonomy, .term: nil
    }
  }
}

// MARK: - Where values come from

extension SiteModel {
  /// The file that each entity's record comes from, named from the site's folder.
  func recordFiles() -> [RecordPlace: String] {
    var files: [RecordPlace: String] = [:]
    func note(_ value: Value, _ header: EntityHeader) {
      if let place = value.recordPlace { files[place] = header.origin.file }
    }
    for project in site.projects {
      note(self.project(project.id), project.header)
      for view in projectsAsAt(project.id) { note(view, project.header) }
    }
    for edition in site.editions { note(self.edition(edition.id), edition.header) }
    for update in site.updates { note(self.update(UpdateKey(update)), update.header) }
    for event in site.events { note(self.event(event.id), event.header) }
    for story in site.impactStories { note(self.story(story.id), story.header) }
    for post in site.posts { note(self.post(post.id), post.header) }
    return files
  }
}
