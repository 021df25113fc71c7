package import GregorianCalendar

/// The end of something that may still go on: a month, or `present`.
///
/// `present` means "still true at the edition being shown", never "today".
package enum OpenMonth: Sendable, Hashable {
  case month(Month)
  case present

  /// Reads `YYYY-MM` or `present`.
  package init?(_ text: some StringProtocol) {
    if text == "present" {
      self = .present
    } else if let month = Month(text) {
      self = .month(month)
    } else {
      return nil
    }
  }

  /// The month itself, or `edition` for what is still going on.
  package func asAt(_ edition: Month) -> Month {
    switch self {
    case .month(let month): month
    case .present: edition
    }
  }
}

extension OpenMonth: CustomStringConvertible {
  package var description: String {
    switch self {
    case .month(let month): month.description
    case .present: "present"
    }
  }
}
