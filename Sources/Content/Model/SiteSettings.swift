package import CommonMark
package import GregorianCalendar

/// What `site.yaml` says: who publishes, how the programme counts time, how the site is built.
package struct SiteSettings: Sendable {
  package let origin: Origin
  package let name: String
  package let fullName: String?
  package let tagline: String?
  package let formula: String?
  package let invitation: String?
  /// A BCP 47 tag, such as `en-GB`.
  package let language: String
  /// An IANA zone, such as `Europe/London`.
  package let timeZone: String
  package let baseURL: BaseURL
  package let contact: Contact?
  package let programme: Programme?
  package let sprints: Sprints
  package let sections: Sections
  package let evaluation: Evaluation
  /// Preferred spellings, each with the ones to report.
  package let houseStyle: [[String]]
  package let wellKnown: [String]
  package let licence: Licence?
  package let accessibilityStatement: Located<String>?
  package let privacyPage: Located<String>?
  package let menu: [MenuItem]
  package let rawHTML: MarkdownOptions.RawHTML
  package let whiteSpace: WhiteSpace
  package let pageSize: Int
  package let feedSize: Int
  /// What the site decides about editorial rules; the ids are not checked here.
  package let rules: [RuleSetting]
  /// Findings that the authors stand by in files that have no front matter, such as registers.
  package let waivers: [RegisterWaiver]

  /// What templates do with the line ends around their tags.
  package enum WhiteSpace: String, Sendable, Hashable, CaseIterable {
    /// Every line end and space stays.
    case keep
    /// A tag's own line leaves nothing behind.
    case lines
  }

  package struct Contact: Sendable {
    package let email: String
    package let purpose: String?
  }

  package struct Programme: Sendable {
    package let firstYearStarts: Month
    package let initialTermEnds: Month?
    package let quarterLabel: QuarterLabel

    package init(firstYearStarts: Month, initialTermEnds: Month?, quarterLabel: QuarterLabel) {
      self.firstYearStarts = firstYearStarts
      self.initialTermEnds = initialTermEnds
      self.quarterLabel = quarterLabel
    }
  }

  /// Which year a quarter's number is counted in.
  package enum QuarterLabel: String, Sendable, Hashable, CaseIterable {
    case programmeYear = "programme-year"
    case financialYear = "financial-year"
    case calendarYear = "calendar-year"
  }

  package struct Sprints: Sendable {
    package let cadence: String?
    package let statedLength: Located<String>?
  }

  /// The wordings accepted as headings of an update's sections; the first is the one printed.
  package struct Sections: Sendable {
    package let done: [String]
    package let next: [String]
    package let needs: [String]
  }

  package struct Evaluation: Sendable {
    package let framework: String?
    package let levels: [Level]

    package struct Level: Sendable {
      package let id: String
      package let name: String
    }
  }

  package struct Licence: Sendable {
    package let name: String
    package let link: String?
  }

  package struct MenuItem: Sendable {
    package let title: String
    package let link: Located<String>
  }
}

extension SiteSettings {
  /// The same settings for a site that is published somewhere else.
  package func published(at baseURL: BaseURL) -> SiteSettings {
    SiteSettings(
      origin: origin, name: name, fullName: fullName, tagline: tagline, formula: formula,
      invitation: invitation, language: language, timeZone: timeZone, baseURL: baseURL,
      contact: contact, programme: programme, sprints: sprints, sections: sections,
      evaluation: evaluation, houseStyle: houseStyle, wellKnown: wellKnown, licence: licence,
      accessibilityStatement: accessibilityStatement, privacyPage: privacyPage, menu: menu,
      rawHTML: rawHTML, whiteSpace: whiteSpace, pageSize: pageSize, feedSize: feedSize,
      rules: rules,
      waivers: waivers)
  }
}
