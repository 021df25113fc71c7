internal import CommonMark
internal import Content
internal import Diagnostics

extension Site {
  /// Every text that readers see, by kind and in the site's order; a file's texts are together.
  ///
  /// Those of posts and pages in which there is nothing to find are left out with their bodies.
  func passages() -> [Passage] {
    let isPlain =
      posts.contains(where: \.body.isUnread) || pages.contains(where: \.body.isUnread)
    var collector = PassageCollector(plain: isPlain ? PlainBodies(site: self) : nil)
    for project in projects { collector.add(project) }
    for edition in editions { collector.add(edition) }
    for update in updates { collector.add(update) }
    for event in events { collector.add(event) }
    for story in impactStories { collector.add(story) }
    for post in posts { collector.add(post) }
    for page in pages { collector.add(page) }
    return collector.passages
  }
}

/// Gathers the texts of entities.
private struct PassageCollector {
  private(set) var passages: [Passage] = []
  /// Tells texts in which there is nothing to find; `nil` if no body was left unread.
  private let plain: PlainBodies?

  init(plain: PlainBodies?) { self.plain = plain }

  mutating func add(_ project: Project) {
    let owner = Passage.Owner.project(project.id)
    let origin = project.header.origin
    value(project.title, "title", of: owner, origin, project.id.text)
    value(project.printedTitle, "printed-title", of: owner, origin, project.id.text)
    value(project.question?.value, "question", of: owner, origin, project.id.text)
    value(project.aim?.value, "aim", of: owner, origin, project.id.text)
    value(project.closedBecause, "closed-because", of: owner, origin, project.id.text)
    body(project.about, of: owner, project.header, project.id.text)
  }

  mutating func add(_ edition: Edition) {
    let owner = Passage.Owner.edition(edition.id)
    let origin = edition.header.origin
    value(edition.title, "title", of: owner, origin, edition.id.text)
    value(edition.summary, "summary", of: owner, origin, edition.id.text)
    body(edition.body, of: owner, edition.header, edition.id.text)
  }

  mutating func add(_ update: ProjectUpdate) {
    let owner = Passage.Owner.update(update.project.value, update.sprint.value)
    let subject = update.project.value.text
    value(update.nothingToReport, "reason", of: owner, update.header.origin, subject)
    body(update.document, of: owner, update.header, subject)
  }

  mutating func add(_ event: Event) {
    let owner = Passage.Owner.event(event.id)
    let origin = event.header.origin
    let subject = event.id.text
    value(event.title, "title", of: owner, origin, subject)
    value(event.theme, "theme", of: owner, origin, subject)
    value(event.audience, "audience", of: owner, origin, subject)
    for topic in event.topics { value(topic, "topics", of: owner, origin, subject) }
    for talk in event.speakers { value(talk.subject, "speakers", of: owner, origin, subject) }
    for session in event.sessions { value(session.subject, "sessions", of: owner, origin, subject) }
    body(event.body, of: owner, event.header, subject)
  }

  mutating func add(_ story: ImpactStory) {
    let owner = Passage.Owner.story(story.id)
    let origin = story.header.origin
    value(story.title, "title", of: owner, origin, story.id.text)
    value(story.stage, "stage", of: owner, origin, story.id.text)
    for followUp in story.followUps {
      value(followUp.text, "follow-up", of: owner, origin, story.id.text)
    }
    body(story.body, of: owner, story.header, story.id.text)
  }

  mutating func add(_ post: Post) {
    if isPlain(post.body, [post.title, post.summary]) { return }
    let owner = Passage.Owner.post(post.id)
    let origin = post.header.origin
    value(post.title, "title", of: owner, origin, post.id.text)
    value(post.summary, "summary", of: owner, origin, post.id.text)
    body(post.body, of: owner, post.header, post.id.text)
  }

  mutating func add(_ page: Page) {
    if isPlain(page.body, [page.title, page.summary]) { return }
    let owner = Passage.Owner.page(page.id)
    let origin = page.header.origin
    value(page.title, "title", of: owner, origin, page.id.text)
    value(page.summary, "summary", of: owner, origin, page.id.text)
    body(page.body, of: owner, page.header, page.id.text)
  }

  /// Whether there is nothing to find in a body that was left unread, nor in the values with it.
  private func isPlain(_ body: MarkdownDocument, _ values: [String?]) -> Bool {
    guard body.isUnread, let plain else { return false }
    return values.allSatisfy { $0.map { plain.isPlain(value: $0) } ?? true }
  }

  private mutating func value(
    _ text: String?, _ key: String, of owner: Passage.Owner, _ origin: Origin, _ subject: String
  ) {
    // What was taken from the body stands there, and is read there.
    guard let text, !text.isEmpty, origin.has(key) else { return }
    passages.append(
      Passage(text, at: origin.location(ofValue: key), of: owner, subject: subject))
  }

  private mutating func body(
    _ document: MarkdownDocument, of owner: Passage.Owner, _ header: EntityHeader,
    _ subject: String
  ) {
    guard let passage = Passage(document, of: owner, in: header, subject: subject) else { return }
    passages.append(passage)
  }
}
