/// Why the preview cannot wait for browsers.
package enum PreviewError: Error, Sendable, Hashable {
  case portInUse(Int)
  /// The system's reason, by its number.
  case system(Int32, port: Int)
}

extension PreviewError: CustomStringConvertible {
  /// The whole message, with what helps.
  package var description: String {
    switch self {
    case .portInUse(let port):
      "cannot serve at port \(port): another program uses it; choose another with --port, or "
        + "--port 0 for any that is free"
    case .system(let code, let port):
      "cannot serve at port \(port): the system refuses it (error \(code)); choose another with "
        + "--port, or --port 0 for any that is free"
    }
  }
}
