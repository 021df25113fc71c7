internal import Diagnostics

/// Collects findings, of each rule only so many, so that a hostile or hopeless text does not make
/// more than anyone reads.
struct Findings: Sendable {
  private var list: [Diagnostic] = []
  /// How many findings of each rule there were, and where the last was.
  private var counts: [String: (count: Int, last: SourceLocation?)] = [:]

  mutating func add(_ diagnostic: Diagnostic) {
    let count = (counts[diagnostic.rule]?.count ?? 0) + 1
    counts[diagnostic.rule] = (count, diagnostic.location)
    if count <= MarkdownLimits.findingsPerRule { list.append(diagnostic) }
  }

  mutating func add(_ other: Findings) {
    for diagnostic in other.list { add(diagnostic) }
    for (rule, entry) in other.counts where entry.count > MarkdownLimits.findingsPerRule {
      counts[rule]?.count += entry.count - MarkdownLimits.findingsPerRule
    }
  }

  /// Returns the findings in order of place, and how many more there were.
  func sorted() -> [Diagnostic] {
    guard !list.isEmpty else { return [] }
    var all = list
    for (rule, entry) in counts where entry.count > MarkdownLimits.findingsPerRule {
      all.append(
        MarkdownMessage.furtherFindings(
          rule, count: entry.count - MarkdownLimits.findingsPerRule, at: entry.last))
    }
    return all.sorted()
  }
}
