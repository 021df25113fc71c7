import Foundation

/// One case of a fixture file: templates, data and what comes out.
///
/// A case is a template of one line, or files that `--- name` opens, then `=== output` or
/// `=== error` with the text expected. A line `=====` stands between cases. `\r` is a carriage
/// return.
struct Fixture: CustomStringConvertible, Sendable {
  var templates: [String: String] = [:]
  var data: String?
  var expected: TemplateTester.Outcome

  var description: String { templates["main.html"] ?? "" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func text(of name: String) -> String {
    let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// The cases of a file; they use the common data unless they have their own.
  static func all(in name: String) -> [Fixture] {
    var text = text(of: name)
    if text.hasSuffix("\n") { text.removeLast() }
    return text.components(separatedBy: "\n=====\n").map { Fixture($0) }
  }

  init(_ text: String) {
    var sections: [(name: String, lines: [String])] = [("main.html", [])]
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("--- ") || line.hasPrefix("=== ") {
        sections.append((String(line.dropFirst(4)), []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    expected = .page("")
    for section in sections {
      let body = section.lines.joined(separator: "\n")
      switch section.name {
      case "output": expected = .page(body)
      case "error": expected = .failure(body)
      case "data": data = body
      default:
        if section.name == "main.html", section.lines.isEmpty { continue }
        templates[section.name] = body.replacingOccurrences(of: "\\r", with: "\r")
      }
    }
  }
}
