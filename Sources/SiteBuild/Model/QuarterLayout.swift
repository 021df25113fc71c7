internal import Content
internal import GregorianCalendar
internal import Templates

extension ModelTypes {
  /// A quarter with its name in the programme's own counting.
  var quarterLayout: RecordLayout<Period> {
    RecordLayout(
      quarter,
      [
        .init("period", .period, "The months it covers.") { $1.period($0) },
        .init("label", .string, "The months in words, such as `July to September 2021`.") {
          $1.text($0.label)
        },
        .init("name", .optional(.string), "Such as `year 3, quarter 1`.") { period, layout in
          layout.text(layout.quarterName(of: period))
        },
        .init("url", .string, "The address of its report.") {
          $1.address(QuarterReport.permalink(of: $0))
        },
      ])
  }

  var quarterReportLayout: RecordLayout<QuarterReport> {
    RecordLayout(
      quarterReport,
      [
        .init("quarter", .record(quarter), "The quarter.") {
          $1.types.quarterLayout.record($0.period, in: &$1)
        },
        .init("editions", .list(.record(edition)), "The editions that report it.") {
          $1.references($0.editions)
        },
        .init("levels", .list(.record(levelFigures)), "The evaluation levels with figures.") {
          $1.list($0.levels, $1.types.levelFiguresLayout)
        },
      ])
  }

  var levelFiguresLayout: RecordLayout<QuarterReport.Level> {
    RecordLayout(
      levelFigures,
      [
        .init("name", .string, "The level, such as `Outtakes`.") { $1.text($0.name) },
        .init("metrics", .list(.record(metricFigures)), "Its metrics with their figures.") {
          $1.list($0.figures, $1.types.metricFiguresLayout)
        },
      ])
  }

  /// One metric in a quarter: what was stated, and what it comes to when worked out.
  var metricFiguresLayout: RecordLayout<QuarterReport.Figures> {
    RecordLayout(
      metricFigures,
      [
        .init("id", .string, "The metric's id, such as `blog.visitors`.") {
          $1.text($0.metric.id.text)
        },
        .init("name", .string, "What was counted.") { $1.text($0.metric.name) },
        .init("channel", .string, "Where it was counted, such as `blog`.") {
          $1.text($0.metric.channel)
        },
        .init("unit", .string, "What is counted, such as `people`.") { $1.text($0.metric.unit) },
        .init("stated", .list(.record(observation)), "Values stated for the whole quarter.") {
          $1.list($0.stated, $1.types.observationLayout)
        },
        .init("parts", .list(.record(observation)), "Values for shorter periods in it.") {
          $1.list($0.parts, $1.types.observationLayout)
        },
        .init("comparisons", .list(.record(comparison)), "Changes against earlier periods.") {
          $1.list($0.comparisons, $1.types.comparisonLayout)
        },
        .init("worked", .optional(.string), "What it comes to, such as `98`.") {
          $1.text($0.worked.number?.grouped)
        },
        .init("basis", .optional(.string), "What that is worked out from, or why it is not.") {
          $1.text($0.basis)
        },
        .init("difference", .optional(.string), "Such as `47 fewer than stated`.") {
          $1.text($0.difference)
        },
      ])
  }
}

extension QuarterReport {
  static func permalink(of period: Period) -> Permalink {
    Permalink(page: ["engagement", period.slug])
  }
}

// MARK: - In words

extension QuarterReport.Figures {
  /// What the worked-out value rests on, or why there is none.
  var basis: String? {
    switch worked {
    case .events(let events, _):
      return events.count == 1
        ? "from the 1 event on file" : "from the \(events.count) events on file"
    case .months(_, let missing):
      let lack = missing.map(\.name).joined(separator: ", ")
      return missing.isEmpty ? "from its months" : "from its months, without \(lack)"
    case .refused: return "not added up, as the same people may be counted twice"
    case .none: return nil
    }
  }

  /// How far the worked-out value is from the stated one; `nil` when they agree.
  var difference: String? {
    guard let total, let number = worked.number, !total.agrees(with: number) else { return nil }
    let difference = number + total.value.value.negated
    // A worked-out value may contradict "more than" without being another number.
    guard difference.units != 0 else { return "not \(total.qualifier.prefix)it" }
    return difference.units < 0
      ? "\(difference.negated.grouped) fewer than stated"
      : "\(difference.grouped) more than stated"
  }
}
