#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells how much of the thread's stack is left.
///
/// Passes recurse over templates, whose nesting is bounded by numbers. What a level costs differs
/// between builds and threads, so this is the last guard, for threads with small stacks.
struct StackGauge: Sendable {
  /// The lowest address that recursion may reach.
  private let floor: UInt

  /// What is kept free below any level for the functions that do not recurse.
  private static let reserve: UInt = 96 << 10
  /// What is assumed where the system does not tell.
  private static let assumed: UInt = 512 << 10

  /// Takes the size of the stack from the system, or from who made the thread.
  init(stackBytes: Int? = nil) {
    if let stackBytes {
      floor = Self.here() &- UInt(stackBytes) &+ Self.reserve
    } else {
      floor = Self.lowestAddress() &+ Self.reserve
    }
  }

  /// Whether little of the stack is left.
  var isExhausted: Bool { Self.here() < floor }

  @inline(never)
  private static func here() -> UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }

  /// Where the stack of the current thread ends, or surely has not ended yet.
  private static func lowestAddress() -> UInt {
    #if canImport(Darwin)
      let thread = pthread_self()
      let top = UInt(bitPattern: pthread_get_stackaddr_np(thread))
      return top - UInt(pthread_get_stacksize_np(thread))
    #else
      return here() &- usualSize
    #endif
  }

  #if !canImport(Darwin)
    /// Three quarters of what threads are given unless someone asks for less.
    private static let usualSize: UInt = {
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return assumed }
      defer { pthread_attr_destroy(&attributes) }
      var size = 0
      guard pthread_attr_getstacksize(&attributes, &size) == 0, size > 0 else { return assumed }
      return UInt(size) / 4 * 3
    }()
  #endif
}
