internal import Dispatch
internal import Foundation

/// Calls a function when the person or the system wants the process to end.
struct StopSignals {
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      // The source is told of it all the same.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: stop)
      source.resume()
      return source
    }
  }

  /// Does not listen any more.
  func ignore() {
    for source in sources { source.cancel() }
  }
}
