internal import Templates

/// The model that templates see, as declared by the layouts that also fill it.
struct ModelSchema: Sendable {
  let schema: Schema
  let types: ModelTypes

  init() {
    var schema = Schema()
    let types = ModelTypes(declaringIn: &schema)
    types.changeGroupLayout.define(in: &schema)
    types.changeLayout.define(in: &schema)
    types.changesLayout.define(in: &schema)
    types.comparisonLayout.define(in: &schema)
    types.contactLayout.define(in: &schema)
    types.correctionLayout.define(in: &schema)
    types.editionLayout.define(in: &schema)
    types.eventLayout.define(in: &schema)
    types.feedLayout.define(in: &schema)
    types.levelFiguresLayout.define(in: &schema)
    types.licenceLayout.define(in: &schema)
    types.menuEntryLayout.define(in: &schema)
    types.metricFiguresLayout.define(in: &schema)
    types.observationLayout.define(in: &schema)
    types.organisationLayout.define(in: &schema)
    types.personLayout.define(in: &schema)
    types.postLayout.define(in: &schema)
    types.projectLayout.define(in: &schema)
    types.quarterLayout.define(in: &schema)
    types.quarterReportLayout.define(in: &schema)
    types.sessionLayout.define(in: &schema)
    types.siteLayout.define(in: &schema)
    types.speakerLayout.define(in: &schema)
    types.stageGroupLayout.define(in: &schema)
    types.stageMoveLayout.define(in: &schema)
    types.stageLayout.define(in: &schema)
    types.stageStateLayout.define(in: &schema)
    types.stepGroupLayout.define(in: &schema)
    types.stepLayout.define(in: &schema)
    types.storyLayout.define(in: &schema)
    types.taxonomyTermLayout.define(in: &schema)
    types.termGroupLayout.define(in: &schema)
    types.termLayout.define(in: &schema)
    types.updateLayout.define(in: &schema)
    types.useLayout.define(in: &schema)
    types.definePageRecords(in: &schema)
    self.schema = schema
    self.types = types
  }

  /// The names that every template and component may use.
  var commonGlobals: [GlobalVariable] {
    [
      GlobalVariable("site", .record(types.site), schema[types.site].summary),
      GlobalVariable("page", .record(types.page), schema[types.page].summary),
    ]
  }

  /// The names that the template of a kind of page may use.
  func globals(of kind: PageKind) -> [GlobalVariable] {
    commonGlobals + ownGlobals(of: kind)
  }

  private func ownGlobals(of kind: PageKind) -> [GlobalVariable] {
    let posts = GlobalVariable(
      "posts", .list(.record(types.post)), "The posts of this page of the list, newest first.")
    switch kind {
    case .home, .editions, .projects, .impact, .events, .glossary, .next, .page, .notFound:
      return []
    case .edition, .board:
      return [GlobalVariable("edition", .record(types.edition), "The edition.")]
    case .engagement:
      return [
        GlobalVariable("report", .record(types.quarterReport), "The quarter's report.")
      ]
    case .project: return [GlobalVariable("project", .record(types.project), "The project.")]
    case .story: return [GlobalVariable("story", .record(types.story), "The impact story.")]
    case .event: return [GlobalVariable("event", .record(types.event), "The event.")]
    case .post: return [GlobalVariable("post", .record(types.post), "The post.")]
    case .blog: return [posts]
    case .taxonomy:
      return [
        GlobalVariable("terms", .list(.record(types.taxonomyTerm)), "All terms, by name.")
      ]
    case .term:
      return [
        GlobalVariable("term", .record(types.taxonomyTerm), "The tag or author."), posts,
      ]
    }
  }
}
