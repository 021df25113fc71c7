internal import Content
internal import Diagnostics

/// Numbers in an edition's prose, against the figures on file.
struct ProseFigureRules {
  let site: Site
  let texts: [ReadPassage]

  func findings() -> [Finding] {
    site.editions.flatMap { edition in
      let known = figures(of: edition)
      return texts.filter { $0.passage.owner == .edition(edition.id) }.flatMap { text in
        text.numbers.filter { isFigure($0, in: text) }.compactMap { number -> Finding? in
          let written = text.passage.string(number)
          guard !known.contains(String(written.filter { $0 != "," })) else { return nil }
          return Finding(
            .m09, "\(written) is no figure on file for \(edition.id); correct it, or add it",
            at: text.passage.location(of: number), subject: edition.id.text)
        }
      }
    }
  }

  private func figures(of edition: Edition) -> Set<String> {
    let observations = site.observations.filter { $0.edition.value == edition.id }
    let comparisons = site.comparisons.filter { $0.edition.value == edition.id }
    let period = edition.reportsQuarter?.value ?? edition.period.value
    let events = site.events.filter { period.contains($0.date) }
    return Set(
      observations.map(\.value.value.description) + comparisons.map(\.change.value.description)
        + events.compactMap { $0.attendance.map { String($0.value) } })
  }

  /// Days of a month, years and single digits are no figures.
  private func isFigure(_ number: Range<Int>, in text: ReadPassage) -> Bool {
    let bytes = text.passage.bytes
    guard number.count >= 2, bytes[number].allSatisfy({ WordBytes.isDigit($0) || $0 == 0x2C })
    else {
      return false
    }
    let isYear =
      number.count == 4
      && (bytes[number].starts(with: "19".utf8) || bytes[number].starts(with: "20".utf8))
    let isDay = text.matches(around: number.upperBound + 1..<number.upperBound + 2).contains {
      guard case .month = $0.meaning else { return false }
      return $0.range.lowerBound == number.upperBound + 1
    }
    return !isYear && !isDay
  }
}
