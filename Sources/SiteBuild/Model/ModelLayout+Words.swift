internal import Content
internal import GregorianCalendar
internal import Templates

/// The words that the model adds to the content: labels of closed sets and names of quarters.
extension ModelLayout {
  func label(of status: Project.Status) -> String {
    switch status {
    case .delivered, .closed:
      site.lifecycle.endings.first { $0.id == status.rawValue }?.name
        ?? (status == .delivered ? "Delivered" : "Closed")
    case .pipeline: "In the pipeline"
    case .active: "Active"
    case .paused: "Paused"
    }
  }

  func label(of kind: Event.Kind) -> String {
    switch kind {
    case .network: "Network event"
    case .showAndShare: "Show and share"
    case .meeting: "Meeting"
    case .training: "Training"
    case .other: "Event"
    }
  }

  /// The printed name of an evaluation level.
  func levelName(_ id: String) -> String {
    site.settings.evaluation.levels.first { $0.id == id }?.name ?? id
  }

  /// A quarter's name as the programme counts, when the period is a quarter.
  func quarterName(of period: Period) -> String? {
    guard period.monthCount == 3 else { return nil }
    let label = site.settings.programme?.quarterLabel ?? .calendarYear
    return QuarterName(month: period.first, label: label, programme: site.settings.programme)?
      .description
  }

  func metric(_ id: ID<Metric>) -> Metric? { site.metrics[id] }

  /// The last month of an edition.
  func month(of edition: ID<Edition>) -> Month? { site.editions[edition]?.period.value.last }

  /// Whether something first stated in one edition was known to another.
  func isStated(_ first: ID<Edition>, by edition: Edition) -> Bool {
    site.editions[first].map { $0.period.value <= edition.period.value } ?? false
  }
}
