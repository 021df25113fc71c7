internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import Foundation

/// The lines of a working copy that are not as they were at a commit.
struct GitChanges {
  private let lines: [String: [Range<Int>]]

  /// Asks git; a missing git or an unknown commit is the environment's fault.
  init(since ref: String, in folder: Folder) throws {
    let tracked = try Self.run(
      [
        "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--relative", ref,
        "--",
      ],
      in: folder, about: ref)
    let new = try Self.run(
      ["ls-files", "--others", "--exclude-standard", "-z"], in: folder, about: ref)
    var lines = UnifiedDiff.changedLines(tracked)
    for name in new.split(separator: "\0") { lines[String(name)] = [1..<Int.max] }
    self.lines = lines
  }

  /// Whether a finding stands on a changed line.
  func touch(_ diagnostic: Diagnostic, in source: (String) -> SourceFile?) -> Bool {
    guard let location = diagnostic.location, let changed = lines[location.file],
      let file = source(location.file)
    else { return false }
    let first = file.position(at: location.span.lowerBound).line
    let last = file.position(at: location.span.upperBound).line
    return changed.contains { $0.overlaps(first..<last + 1) }
  }

  private static func run(
    _ arguments: [String], in folder: Folder, about ref: String
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A ref that begins with a hyphen must not become an option.
    guard !ref.hasPrefix("-") else {
      throw ValidationError("--since must be a commit, not '\(ref)'")
    }
    process.arguments =
      ["git", "-c", "core.quotePath=false", "-C", folder.path] + arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw GitProblem.missing }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return String(decoding: text, as: UTF8.self)
    case 127: throw GitProblem.missing
    default:
      let line = String(decoding: complaint, as: UTF8.self).split(separator: "\n").first ?? ""
      throw GitProblem.refused(ref, String(line))
    }
  }
}

/// Why git could not say what changed.
enum GitProblem: Error, CustomStringConvertible {
  case missing
  case refused(String, String)

  var description: String {
    switch self {
    case .missing: "--since needs git, which is not installed"
    case .refused(let ref, let complaint): "git cannot compare with '\(ref)': \(complaint)"
    }
  }
}
