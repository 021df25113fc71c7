internal import Diagnostics
internal import Files

/// Puts certain fixes into the sources, each file at once.
struct FixWriter {
  let root: Folder

  /// Applies fixes and returns a line about each; of two that overlap only the first is applied.
  func apply(
    _ fixes: [Diagnostic.FixIt], to source: (String) -> SourceFile?
  ) throws -> [String] {
    let byFile = Dictionary(grouping: fixes, by: \.location.file)
    var lines: [String] = []
    for (name, fixes) in byFile.sorted(by: { $0.key < $1.key }) {
      guard let file = source(name) else { continue }
      let chosen = Self.apart(fixes)
      try FileWriter.replace(
        SitePath(name), in: root, with: Self.applying(chosen, to: file.bytes))
      lines += chosen.map { fix in
        "\(name):\(file.position(at: fix.location.span.lowerBound).line): mended: \(fix.message)"
      }
    }
    return lines
  }

  /// The fixes in order of place, without those that overlap an earlier one.
  private static func apart(_ fixes: [Diagnostic.FixIt]) -> [Diagnostic.FixIt] {
    var end = 0
    return fixes.sorted { $0.location.span.lowerBound < $1.location.span.lowerBound }.filter {
      fix in
      guard fix.location.span.lowerBound >= end else { return false }
      end = fix.location.span.upperBound
      return true
    }
  }

  static func applying(_ fixes: [Diagnostic.FixIt], to bytes: [UInt8]) -> [UInt8] {
    var mended: [UInt8] = []
    var written = 0
    for fix in fixes where fix.location.span.upperBound <= bytes.count {
      mended += bytes[written..<fix.location.span.lowerBound]
      mended += fix.replacement.utf8
      written = fix.location.span.upperBound
    }
    return mended + bytes[written...]
  }
}
