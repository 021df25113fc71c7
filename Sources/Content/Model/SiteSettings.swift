public import CommonMark
public import GregorianCalendar

/// What `site.yaml` says: who publishes, how the programme counts time, how the site is built.
public struct SiteSettings: Sendable {
  public let origin: Origin
  public let name: String
  public let fullName: String?
  public let tagline: String?
  public let formula: String?
  public let invitation: String?
  /// A BCP 47 tag, such as `en-GB`.
  public let language: String
  /// An IANA zone, such as `Europe/London`.
  public let timeZone: String
  public let baseURL: BaseURL
  public let contact: Contact?
  public let programme: Programme?
  public let sprints: Sprints
  public let sections: Sections
  public let evaluation: Evaluation
  /// Preferred spellings, each with the ones to report.
  public let houseStyle: [[String]]
  public let wellKnown: [String]
  public let licence: Licence?
  public let accessibilityStatement: Located<String>?
  public let privacyPage: Located<String>?
  public let menu: [MenuItem]
  public let rawHTML: MarkdownOptions.RawHTML
  public let whiteSpace: WhiteSpace
  public let pageSize: Int
  public let feedSize: Int
  /// What the site decides about editorial rules; the ids are not checked here.
  public let rules: [RuleSetting]
  /// Findings that the authors stand by in files that have no front matter, such as registers.
  public let waivers: [RegisterWaiver]

  /// What templates do with the line ends around their tags.
  public enum WhiteSpace: String, Sendable, Hashable, CaseIterable {
    /// Every line end and space stays.
    case keep
    /// A tag's own line leaves nothing behind.
    case lines
  }

  public struct Contact: Sendable {
    public let email: String
    public let purpose: String?
  }

  public struct Programme: Sendable {
    public let firstYearStarts: Month
    public let initialTermEnds: Month?
    public let quarterLabel: QuarterLabel

    public init(firstYearStarts: Month, initialTermEnds: Month?, quarterLabel: QuarterLabel) {
      self.firstYearStarts = firstYearStarts
      self.initialTermEnds = initialTermEnds
      self.quarterLabel = quarterLabel
    }
  }

  /// Which year a quarter's number is counted in.
  public enum QuarterLabel: String, Sendable, Hashable, CaseIterable {
    case programmeYear = "programme-year"
    case financialYear = "financial-year"
    case calendarYear = "calendar-year"
  }

  public struct Sprints: Sendable {
    public let cadence: String?
    public let statedLength: Located<String>?
  }

  /// The wordings accepted as headings of an update's sections; the first is the one printed.
  public struct Sections: Sendable {
    public let done: [String]
    public let next: [String]
    public let needs: [String]
  }

  public struct Evaluation: Sendable {
    public let framework: String?
    public let levels: [Level]

    public struct Level: Sendable {
      public let id: String
      public let name: String
    }
  }

  public struct Licence: Sendable {
    public let name: String
    public let link: String?
  }

  public struct MenuItem: Sendable {
    public let title: String
    public let link: Located<String>
  }
}

extension SiteSettings {
  /// The same settings for a site that is published somewhere else.
  public func published(at baseURL: BaseURL) -> SiteSettings {
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
