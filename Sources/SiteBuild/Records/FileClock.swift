internal import BuildGraph

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The clock by which file systems date files.
///
/// It decides only whether a file was written too recently to be known by its date; what is built
/// depends on no clock.
enum FileClock {
  static var now: KnownFile.Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return KnownFile.Instant(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }
}
