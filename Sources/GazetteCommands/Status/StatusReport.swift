internal import Content
internal import Formats

/// The status of an edition as a table for people or as lines for programs.
struct StatusReport {
  let status: SprintStatus

  func text() -> String {
    let rows = status.projects.map { standing in
      [
        standing.project.id.text, Self.words(standing.report), String(standing.openSteps.count),
        String(standing.openNeeds.count), String(standing.overdueCount),
      ]
    }
    let month = status.edition.period.value.last
    let own = status.programmeSteps
    let programme = [
      "programme", "", String(own.count), "0", String(own.count { $0.isOverdue(asAt: month) }),
    ]
    let table = Self.table(
      [["Project", "Update", "Next", "Needs", "Overdue"]] + rows + (own.isEmpty ? [] : [programme]))
    let debts = status.debts.map { "- \($0.debtor ?? "nobody named"): \(Self.words($0))\n" }
    let owed = debts.isEmpty ? "Nothing is owed.\n" : "Who owes what:\n" + debts.joined()
    return "\(status.edition.title) (\(status.edition.id))\n\n\(table)\n\(owed)"
  }

  /// One object for each project, then one for each debt.
  func jsonLines() -> String {
    let projects = status.projects.map { standing in
      JSONWriter.object { json in
        json.member("kind", "project")
        json.member("sprint", .text(status.edition.id.text))
        json.member("project", .text(standing.project.id.text))
        json.member("update", .text(standing.report.rawValue))
        json.array("next") { json in
          for tracked in standing.openSteps { json.value(.text(tracked.step.id.text)) }
        }
        json.array("needs") { json in
          for tracked in standing.openNeeds { json.value(.text(tracked.step.id.text)) }
        }
        json.member("overdue", .number(DecimalNumber(standing.overdueCount)))
      }
    }
    let lines = projects + status.debts.map(Self.json)
    return lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }

  private static func json(_ debt: SprintStatus.Debt) -> [UInt8] {
    JSONWriter.object { json in
      json.member("kind", "debt")
      json.member("who", .optional(debt.debtor))
      json.member("project", .optional(debt.project?.text))
      switch debt.matter {
      case .update(let report): json.member("update", .text(report.rawValue))
      case .step(let tracked, let isOverdue):
        json.member("step", .text(tracked.step.id.text))
        json.member("due", .optional(tracked.due?.description))
        json.member("overdue", .boolean(isOverdue))
      }
    }
  }

  private static func words(_ report: SprintStatus.Report) -> String {
    switch report {
    case .received: "received"
    case .missing: "missing"
    case .empty: "empty"
    case .nothingToReport: "nothing to report"
    case .sameAsLastTime: "same as last time"
    }
  }

  private static func words(_ debt: SprintStatus.Debt) -> String {
    switch debt.matter {
    case .update(let report):
      return "update of \(debt.project?.text ?? "the programme") (\(words(report)))"
    case .step(let tracked, let isOverdue):
      let due = tracked.due.map { ", due \($0.label)" } ?? ""
      return "\(tracked.step.id)\(due)\(isOverdue ? ", overdue" : "")"
    }
  }

  /// Columns wide enough for their longest cell, two spaces apart; numbers at the right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 ? cell.0 + space : space + cell.0
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
