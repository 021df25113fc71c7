internal import Templates

/// The record types of the model that templates see, by name.
struct ModelTypes: Sendable {
  let breadcrumb: RecordTypeID
  let change: RecordTypeID
  let changeGroup: RecordTypeID
  let changes: RecordTypeID
  let comparison: RecordTypeID
  let contact: RecordTypeID
  let correction: RecordTypeID
  let edition: RecordTypeID
  let event: RecordTypeID
  let feed: RecordTypeID
  let heading: RecordTypeID
  let levelFigures: RecordTypeID
  let licence: RecordTypeID
  let menuEntry: RecordTypeID
  let metricFigures: RecordTypeID
  let observation: RecordTypeID
  let organisation: RecordTypeID
  let page: RecordTypeID
  let pagination: RecordTypeID
  let paginationPage: RecordTypeID
  let person: RecordTypeID
  let post: RecordTypeID
  let project: RecordTypeID
  let quarter: RecordTypeID
  let quarterReport: RecordTypeID
  let session: RecordTypeID
  let site: RecordTypeID
  let speaker: RecordTypeID
  let stage: RecordTypeID
  let stageGroup: RecordTypeID
  let stageMove: RecordTypeID
  let stageState: RecordTypeID
  let step: RecordTypeID
  let stepGroup: RecordTypeID
  let story: RecordTypeID
  let taxonomyTerm: RecordTypeID
  let term: RecordTypeID
  let termGroup: RecordTypeID
  let update: RecordTypeID
  let use: RecordTypeID

  init(declaringIn schema: inout Schema) {
    breadcrumb = schema.declare("breadcrumb", summary: "One step of the way from the home page.")
    change = schema.declare("change", summary: "Something that was another way before.")
    changeGroup = schema.declare("change_group", summary: "A project with what changed in it.")
    changes = schema.declare("changes", summary: "What changed since the edition before.")
    comparison = schema.declare("comparison", summary: "A stated change of a metric.")
    contact = schema.declare("contact", summary: "Where to write.")
    correction = schema.declare("correction", summary: "Something put right after publication.")
    edition = schema.declare("edition", summary: "One issue of the sprint notes, as at its month.")
    event = schema.declare("event", summary: "Something people came to, or can come to.")
    feed = schema.declare("feed", summary: "A feed that a reader can subscribe to.")
    heading = schema.declare("heading", summary: "A heading of the page's own text.")
    levelFigures = schema.declare(
      "level_figures", summary: "One evaluation level with its figures of a quarter.")
    licence = schema.declare("licence", summary: "The terms under which the content may be used.")
    menuEntry = schema.declare("menu_entry", summary: "A link of the site's menu.")
    metricFigures = schema.declare(
      "metric_figures", summary: "One metric in a quarter: stated, and worked out.")
    observation = schema.declare("observation", summary: "A stated value of a metric.")
    organisation = schema.declare("organisation", summary: "A body named in the notes.")
    page = schema.declare("page", summary: "The page being rendered.")
    pagination = schema.declare("pagination", summary: "Where a page stands in a list of pages.")
    paginationPage = schema.declare("pagination_page", summary: "One page of a list of pages.")
    person = schema.declare("person", summary: "Someone named in the notes.")
    post = schema.declare("post", summary: "A blog post.")
    project = schema.declare(
      "project", summary: "A piece of work; inside an edition, as it was at the edition's month.")
    quarter = schema.declare("quarter", summary: "Three months with their name.")
    quarterReport = schema.declare(
      "quarter_report", summary: "All figures of a quarter, by evaluation level.")
    session = schema.declare("session", summary: "A part of an event.")
    site = schema.declare("site", summary: "Who publishes, and everything that is published.")
    speaker = schema.declare("speaker", summary: "A person with a part in an event.")
    stage = schema.declare("stage", summary: "A stage of the lifecycle, as defined.")
    stageGroup = schema.declare("stage_group", summary: "A stage with the projects that are in it.")
    stageMove = schema.declare("stage_move", summary: "A project that came into another stage.")
    stageState = schema.declare("stage_state", summary: "Where a project stands in one stage.")
    step = schema.declare("step", summary: "Something to be done next, or needed.")
    stepGroup = schema.declare("step_group", summary: "Steps that are due in the same month.")
    story = schema.declare("story", summary: "What came of the work for someone else.")
    taxonomyTerm = schema.declare("taxonomy_term", summary: "A tag or author with their posts.")
    term = schema.declare("term", summary: "An abbreviation with its expansion.")
    termGroup = schema.declare("term_group", summary: "A group of abbreviations.")
    update = schema.declare("update", summary: "What one project wrote for one edition.")
    use = schema.declare("use", summary: "A page on which something is used.")
  }
}
