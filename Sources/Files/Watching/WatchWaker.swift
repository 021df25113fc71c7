#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends a wait from another thread.
struct WatchWaker: ~Copyable, Sendable {
  private let reading: Descriptor
  private let writing: Descriptor

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    try SystemCall.repeating { pipe(&ends) }
    reading = Descriptor(number: ends[0])
    writing = Descriptor(number: ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Ends the wait that there is and all that follow.
  borrowing func wake() {
    var byte: UInt8 = 0
    _ = write(writing.number, &byte, 1)
  }

  /// What a wait came to.
  enum Outcome {
    case ready
    case late
    case woken
  }

  /// Waits until there is something to read, for ever if no time is given.
  borrowing func wait(
    for file: Int32? = nil, within milliseconds: Int?
  ) throws(SystemError) -> Outcome {
    var waits = [pollfd(fd: reading.number, events: Int16(POLLIN), revents: 0)]
    if let file { waits.append(pollfd(fd: file, events: Int16(POLLIN), revents: 0)) }
    let limit = milliseconds.map { Int32(clamping: $0) } ?? -1
    let count = poll(&waits, nfds_t(waits.count), limit)
    if count < 0 {
      // The caller looks at the time and waits again.
      guard errno == EINTR else { throw .current }
      return .late
    }
    if waits[0].revents != 0 { return .woken }
    return count == 0 ? .late : .ready
  }
}

/// A clock that only goes forward.
enum WatchClock {
  /// In milliseconds since some instant.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
