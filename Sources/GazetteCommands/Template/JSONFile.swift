import Diagnostics
import Foundation
import Templates

/// Reads the data that a template is rendered with.
enum JSONFile {
  /// Returns the value in a file, or an empty object without one; ends the command on failure.
  static func read(_ path: String?) throws -> JSONValue {
    guard let path else { return .object([]) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.report("cannot read '\(path)'")
    }
    let bytes = Array(data)
    do throws(JSONReader.Failure) {
      return try JSONReader.read(bytes)
    } catch {
      let finding = Diagnostic(
        rule: "json-syntax", severity: .error, message: error.message,
        location: SourceLocation(file: path, span: error.offset..<error.offset))
      let source = SourceFile(name: path, bytes: bytes)
      StandardStreams.writeError(DiagnosticTextPrinter(sources: [path: source]).print(finding))
      throw CommandFailure.exit
    }
  }
}
