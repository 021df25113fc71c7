internal import CommonMark

extension SiteSettings {
  /// Reads `site.yaml`.
  init?(_ reader: inout RecordReader) {
    let name = reader.scalar("name", .line, required: true)?.value
    let fullName = reader.scalar("full-name", .line)?.value
    let tagline = reader.scalar("tagline", .line)?.value
    let formula = reader.scalar("formula", .line)?.value
    let invitation = reader.scalar("invitation", .line)?.value
    let language = reader.scalar("language", .language)?.value ?? "en-GB"
    let timeZone = reader.scalar("timezone", .line)?.value ?? "UTC"
    let baseURL = reader.scalar("base-url", .baseURL, required: true)?.value
    let contact = reader.record("contact", kind: "the contact") { Contact(&$0) }
    let programme = reader.record("programme", kind: "the programme") { Programme(&$0) }
    let sprints = reader.record("sprints", kind: "the sprints") { Sprints(&$0) }
    let sections = reader.record("sections", kind: "the sections") { Sections(&$0) }
    let evaluation = reader.record("evaluation", kind: "the evaluation") { Evaluation(&$0) }
    let houseStyle = reader.spellings("house-style")
    let wellKnown = reader.list("well-known", .line).map(\.value)
    let licence = reader.licence("licence")
    let accessibility = reader.scalar("accessibility-statement", .address)
    let privacy = reader.scalar("privacy-page", .address)
    let menu = reader.records("menu", kind: "a menu entry") { entry -> MenuItem? in
      let title = entry.scalar("title", .line, required: true)
      let link = entry.scalar("link", .menuLink, required: true)
      guard let title, let link else { return nil }
      return MenuItem(title: title.value, link: link)
    }
    let html = reader.choice("html", of: HTMLPolicy.self)?.value ?? .allowList
    let whiteSpace = reader.choice("whitespace", of: WhiteSpace.self)?.value ?? .keep
    let pageSize = reader.scalar("page-size", .count)?.value ?? 20
    let feedSize = reader.scalar("feed-size", .count)?.value ?? 20
    let rules = reader.ruleSettings("rules")
    let waivers = reader.records("waive", kind: "a waiver") { RegisterWaiver(&$0) }
    guard let name, let baseURL else { return nil }
    self.init(
      origin: reader.origin, name: name, fullName: fullName, tagline: tagline, formula: formula,
      invitation: invitation, language: language, timeZone: timeZone, baseURL: baseURL,
      contact: contact, programme: programme,
      sprints: sprints ?? Sprints(cadence: nil, statedLength: nil),
      sections: sections ?? Sections.usual, evaluation: evaluation ?? Evaluation.usual,
      houseStyle: houseStyle, wellKnown: wellKnown, licence: licence,
      accessibilityStatement: accessibility, privacyPage: privacy, menu: menu,
      rawHTML: html.policy, whiteSpace: whiteSpace, pageSize: max(1, pageSize),
      feedSize: max(1, feedSize), rules: rules, waivers: waivers)
  }

  private enum HTMLPolicy: String, CaseIterable, Sendable {
    case escape
    case allowList = "allow-list"
    case allow

    var policy: MarkdownOptions.RawHTML {
      switch self {
      case .escape: .escape
      case .allowList: .allowList
      case .allow: .allow
      }
    }
  }
}

extension SiteSettings.Contact {
  fileprivate init?(_ reader: inout RecordReader) {
    let email = reader.scalar("email", .email, required: true)
    let purpose = reader.scalar("purpose", .line)?.value
    guard let email else { return nil }
    self.init(email: email.value, purpose: purpose)
  }
}

extension SiteSettings.Programme {
  fileprivate init?(_ reader: inout RecordReader) {
    let starts = reader.scalar("first-year-starts", .month, required: true)
    let ends = reader.scalar("initial-term-ends", .month)?.value
    let label = reader.choice("quarter-label", of: SiteSettings.QuarterLabel.self)?.value
    guard let starts else { return nil }
    self.init(
      firstYearStarts: starts.value, initialTermEnds: ends, quarterLabel: label ?? .calendarYear)
  }
}

extension SiteSettings.Sprints {
  fileprivate init?(_ reader: inout RecordReader) {
    let cadence = reader.scalar("cadence", .line)?.value
    let statedLength = reader.scalar("stated-length", .line)
    self.init(cadence: cadence, statedLength: statedLength)
  }
}

extension SiteSettings.Sections {
  /// The wordings of a site that gives none of its own.
  static let usual = SiteSettings.Sections(
    done: ["What we did this sprint", "Done"], next: ["What's next", "Next"],
    needs: ["What we need", "Needs"])

  fileprivate init?(_ reader: inout RecordReader) {
    let done = reader.list("done", .line).map(\.value)
    let next = reader.list("next", .line).map(\.value)
    let needs = reader.list("needs", .line).map(\.value)
    self.init(
      done: done.isEmpty ? Self.usual.done : done, next: next.isEmpty ? Self.usual.next : next,
      needs: needs.isEmpty ? Self.usual.needs : needs)
  }
}

extension SiteSettings.Evaluation {
  /// The ladder of the government communication profession, from what is made to what changes.
  static let usual = SiteSettings.Evaluation(
    framework: nil,
    levels: [
      Level(id: "output", name: "Outputs"), Level(id: "outtake", name: "Outtakes"),
      Level(id: "outcome", name: "Outcomes"), Level(id: "impact", name: "Impact"),
    ])

  fileprivate init?(_ reader: inout RecordReader) {
    let framework = reader.scalar("framework", .line)?.value
    let levels = reader.records("levels", kind: "an evaluation level") { entry -> Level? in
      let id = entry.scalar("id", .line, required: true)
      let name = entry.scalar("name", .line, required: true)
      guard let id, let name else { return nil }
      return Level(id: id.value, name: name.value)
    }
    self.init(framework: framework, levels: levels.isEmpty ? Self.usual.levels : levels)
  }
}
