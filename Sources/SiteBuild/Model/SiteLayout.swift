internal import Content
internal import Templates

extension ModelTypes {
  /// The global `site`.
  var siteLayout: RecordLayout<Site> {
    RecordLayout(
      site,
      [
        .init("name", .string, "The site's name.") { $1.text($0.settings.name) },
        .init("full_name", .optional(.string), "The name in full.") {
          $1.text($0.settings.fullName)
        },
        .init("tagline", .optional(.string), "A few words on what it stands for.") {
          $1.text($0.settings.tagline)
        },
        .init("formula", .optional(.string), "The programme's formula.") {
          $1.text($0.settings.formula)
        },
        .init("invitation", .optional(.string), "A call to take part.") {
          $1.text($0.settings.invitation)
        },
        .init("language", .string, "The language tag, such as `en-GB`.") {
          $1.text($0.settings.language)
        },
        .init("url", .string, "The address of the home page.") {
          $1.address(Permalink(page: []))
        },
        .init("contact", .optional(.record(contact)), "Where to write.") {
          $1.optional($0.settings.contact, $1.types.contactLayout)
        },
        .init("licence", .optional(.record(licence)), "The terms of use.") {
          $1.optional($0.settings.licence, $1.types.licenceLayout)
        },
        .init("accessibility_url", .optional(.string), "The accessibility statement.") {
          $1.address(ofSetting: $0.settings.accessibilityStatement)
        },
        .init("privacy_url", .optional(.string), "The privacy page.") {
          $1.address(ofSetting: $0.settings.privacyPage)
        },
        .init("menu", .list(.record(menuEntry)), "The menu.") {
          $1.list($1.index.menu, $1.types.menuEntryLayout)
        },
        .init("section_done", .string, "The heading over work done.") {
          $1.text($0.settings.sections.done.first)
        },
        .init("section_next", .string, "The heading over next steps.") {
          $1.text($0.settings.sections.next.first)
        },
        .init("section_needs", .string, "The heading over needs.") {
          $1.text($0.settings.sections.needs.first)
        },
        .init("framework", .optional(.string), "The name of the evaluation ladder.") {
          $1.text($0.settings.evaluation.framework)
        },
        .init("stages", .list(.record(stage)), "The stages of the lifecycle, in order.") {
          $1.list($0.lifecycle.stages, $1.types.stageLayout)
        },
        .init("editions", .list(.record(edition)), "All editions, newest first.") {
          $1.references($0.editions.reversed())
        },
        .init("latest_url", .string, "The address that leads to the newest edition.") {
          $1.address(Permalink(page: $0.latestEdition == nil ? [] : ["sprints", "latest"]))
        },
        .init("latest_edition", .optional(.record(edition)), "The newest edition.") {
          site, layout in site.latestEdition.map { layout.reference($0) } ?? .none
        },
        .init("projects", .list(.record(project)), "All projects, by title.") { site, layout in
          layout.references(layout.index.projectsByTitle)
        },
        .init("project_stages", .list(.record(stageGroup)), "Active projects by stage.") {
          $1.list($1.index.stageGroups, $1.types.stageGroupLayout)
        },
        .init("unstaged_projects", .list(.record(project)), "Active ones in no stage.") {
          site, layout in layout.references(layout.index.unstagedProjects)
        },
        .init("pipeline", .list(.record(project)), "Projects that have not begun.") {
          site, layout in
          layout.references(layout.index.projectsByTitle.filter { $0.status == .pipeline })
        },
        .init("past_projects", .list(.record(project)), "Ended projects, latest first.") {
          site, layout in layout.references(layout.index.pastProjects)
        },
        .init("events", .list(.record(event)), "All events, newest first.") {
          $1.references($0.events.reversed())
        },
        .init("stories", .list(.record(story)), "All impact stories, newest first.") {
          $1.references($0.impactStories.reversed())
        },
        .init("recent_posts", .list(.record(post)), "The five newest posts.") {
          $1.references($0.posts.prefix(5))
        },
        .init("post_count", .int, "How many posts there are.") { site, _ in
          .int(site.posts.count)
        },
        .init("tags", .list(.record(taxonomyTerm)), "All tags, by name.") { _, layout in
          layout.terms(in: .tags)
        },
        .init("authors", .list(.record(taxonomyTerm)), "All authors of posts, by name.") {
          _, layout in layout.terms(in: .authors)
        },
        .init("observations", .list(.record(observation)), "Every value on file.") { _, layout in
          let values = layout.observationValues()
          return layout.builder.list(values)
        },
        .init("comparisons", .list(.record(comparison)), "Every change on file.") {
          $1.list($0.comparisons, $1.types.comparisonLayout)
        },
        .init("glossary", .list(.record(termGroup)), "All abbreviations, in groups.") {
          $1.list($0.glossary.groups, $1.types.termGroupLayout)
        },
        .init("open_steps", .list(.record(stepGroup)), "Open steps by due month.") {
          _, layout in layout.list(layout.index.openStepGroups, layout.types.stepGroupLayout)
        },
        .init("feeds", .list(.record(feed)), "The feeds that a reader can subscribe to.") {
          _, layout in layout.list(layout.index.feeds, layout.types.feedLayout)
        },
      ])
  }

  var contactLayout: RecordLayout<SiteSettings.Contact> {
    RecordLayout(
      contact,
      [
        .init("email", .string, "The mailbox.") { $1.text($0.email) },
        .init("purpose", .optional(.string), "What to write about.") { $1.text($0.purpose) },
      ])
  }

  var licenceLayout: RecordLayout<SiteSettings.Licence> {
    RecordLayout(
      licence,
      [
        .init("name", .string, "The licence's name.") { $1.text($0.name) },
        .init("link", .optional(.string), "Its text.") { $1.text($0.link) },
      ])
  }

  var menuEntryLayout: RecordLayout<MenuEntry> {
    RecordLayout(
      menuEntry,
      [
        .init("title", .string, "The words of the link.") { $1.text($0.title) },
        .init("url", .string, "Where it leads.") { $1.text($1.menuAddress($0.link)) },
      ])
  }

  var feedLayout: RecordLayout<FeedLink> {
    RecordLayout(
      feed,
      [
        .init("title", .string, "What the feed holds.") { $1.text($0.title) },
        .init("url", .string, "Its address.") { $1.address($0.permalink) },
        .init("media_type", .string, "Such as `application/atom+xml`.") { $1.text($0.mediaType) },
      ])
  }
}
