internal import Content
internal import Foundation
internal import SiteBuild
internal import Synchronization

/// One line on the terminal that says how far a build is, for builds over half a second.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let state: Mutex<State>

  private struct State {
    let start = ContinuousClock.now
    var phaseStart = ContinuousClock.now
    var nextWrite: ContinuousClock.Instant
    var isDirty = false
  }

  /// Builds shorter than this show nothing.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(isShown: Bool) {
    self.isShown = isShown
    self.state = Mutex(State(nextWrite: .now + Self.patience))
  }

  /// What a build tells how far it is.
  var progress: BuildProgress {
    guard isShown else { return .silent }
    return BuildProgress { phase, done, total in self.show(phase, done, total) }
  }

  private func show(_ phase: BuildProgress.Phase, _ done: Int, _ total: Int) {
    let now = ContinuousClock.now
    let line = state.withLock { state -> String? in
      if done == 0 { state.phaseStart = now }
      guard now >= state.nextWrite else { return nil }
      state.nextWrite = now + Self.interval
      state.isDirty = true
      return Self.line(phase, done, total, after: now - state.phaseStart)
    }
    if let line { StandardError.write("\r\(line)\u{1B}[K") }
  }

  /// Removes the line.
  func clear() {
    let isDirty = state.withLock { state in
      defer { state.isDirty = false }
      return state.isDirty
    }
    if isDirty { StandardError.write("\r\u{1B}[K") }
  }

  /// Such as `rendering 4,512 of 12,289, 9,200 a second`.
  static func line(
    _ phase: BuildProgress.Phase, _ done: Int, _ total: Int, after elapsed: Duration
  ) -> String {
    guard total > 0 else { return phase.rawValue }
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
    return "\(phase.rawValue) \(Number(units: done).grouped) of \(Number(units: total).grouped)"
      + (rate > 0 ? ", \(Number(units: rate).grouped) a second" : "")
  }
}

/// Where messages go.
enum StandardError {
  static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
