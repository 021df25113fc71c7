internal import Content
internal import Diagnostics
internal import Files
internal import Formats
internal import SiteBuild

/// Tells people and programs what a build did.
struct BuildSummary {
  private let report: BuildReport
  private let milliseconds: Int
  private let explains: Bool

  init(_ report: BuildReport, milliseconds: Int, explains: Bool) {
    self.report = report
    self.milliseconds = milliseconds
    self.explains = explains
  }

  private var written: Int {
    (report.result?.added.count ?? 0) + (report.result?.changed.count ?? 0)
  }

  /// Why each output was rendered, if that was asked for; then one line of counts; then what comes
  /// next by itself, if anything does.
  func text() -> String {
    var lines: [String] = []
    if explains {
      lines += report.rendered.map { output in
        let sources =
          output.sources.isEmpty
          ? "" : " (\(output.sources.joined(separator: ", ")))"
        return "\(output.address): \(output.reason)\(sources)"
      }
    }
    lines.append(counts())
    if let next = report.nextDue?.line() { lines.append(next) }
    return lines.joined(separator: "\n")
  }

  /// One line of counts.
  func counts() -> String {
    "\(Self.counted(report.outputCount, "output")): \(Self.grouped(report.rendered.count)) "
      + "rendered, \(Self.grouped(written)) written, "
      + "\(Self.grouped(report.result?.removed.count ?? 0)) removed, "
      + "\(Self.grouped(milliseconds)) ms"
  }

  /// The same as one line of JSON.
  func json() -> String {
    let bytes = JSONWriter.object { json in
      json.member("published", .boolean(report.result != nil))
      json.member("outputs", .number(DecimalNumber(report.outputCount)))
      json.member("rendered", .number(DecimalNumber(report.rendered.count)))
      json.member("written", .number(DecimalNumber(written)))
      json.member("removed", .number(DecimalNumber(report.result?.removed.count ?? 0)))
      json.member("read", .number(DecimalNumber(report.readCount)))
      json.member(
        "errors", .number(DecimalNumber(report.diagnostics.count { $0.severity == .error })))
      json.member(
        "warnings", .number(DecimalNumber(report.diagnostics.count { $0.severity == .warning })))
      json.member("milliseconds", .number(DecimalNumber(milliseconds)))
      guard explains else { return }
      json.array("because") { json in
        for output in report.rendered {
          json.object { json in
            json.member("output", .text(output.address))
            json.member("reason", .text(output.reason))
            json.array("sources") { json in
              for source in output.sources { json.value(.text(source)) }
            }
          }
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func grouped(_ count: Int) -> String { Number(units: count).grouped }
}
