/// Reads which lines a unified diff without context adds or changes.
enum UnifiedDiff {
  static func changedLines(_ diff: String) -> [String: [Range<Int>]] {
    var lines: [String: [Range<Int>]] = [:]
    var file: String?
    for line in diff.split(separator: "\n") {
      if line.hasPrefix("+++ ") {
        file = line.hasPrefix("+++ b/") ? String(line.dropFirst(6).prefix { $0 != "\t" }) : nil
      } else if line.hasPrefix("@@ "), let file, let range = hunk(line) {
        lines[file, default: []].append(range)
      }
    }
    return lines
  }

  /// Reads `@@ -3,0 +4,2 @@`: lines 4 and 5. What was only taken away changes the line before.
  private static func hunk(_ line: Substring) -> Range<Int>? {
    guard let added = line.split(separator: " ").first(where: { $0.hasPrefix("+") }) else {
      return nil
    }
    let numbers = added.dropFirst().split(separator: ",").compactMap { Int($0) }
    guard let start = numbers.first else { return nil }
    let count = numbers.count > 1 ? numbers[1] : 1
    return count == 0 ? max(1, start)..<max(1, start) + 1 : start..<start + count
  }
}
