import ArgumentParser
import Foundation

/// Writes to the standard streams of the process.
enum StandardStreams {
  static func writeError(_ text: String) {
    if !text.isEmpty { FileHandle.standardError.write(Data(text.utf8)) }
  }

  static func writeOutput(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { FileHandle.standardOutput.write(Data(buffer: bytes)) }
  }
}

/// Ends a command with a message, because something outside of the templates failed.
enum CommandFailure {
  static func report(_ message: String) -> ExitCode {
    StandardStreams.writeError("error: \(message)\n")
    return ExitCode(3)
  }

  /// The status of content or templates with errors, which were printed.
  static let exit = ExitCode(1)

  static func rethrow<Value: ~Copyable>(
    _ body: () throws(TemplateFolder.Failure) -> Value
  ) throws -> Value {
    do throws(TemplateFolder.Failure) {
      return try body()
    } catch {
      throw report(error.message)
    }
  }
}
