/// The kinds of alert that a block quote can be.
enum AlertKind: String, CaseIterable {
  case note
  case tip
  case important
  case warning
  case caution

  /// What is shown above the alert.
  var title: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
}
