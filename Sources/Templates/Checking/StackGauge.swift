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

  init() {
    floor = (Self.lowestAddress() ?? Self.here() &- Self.assumed) &+ Self.reserve
  }

  /// Whether little of the stack is left.
  var isExhausted: Bool { Self.here() < floor }

  @inline(never)
  private static func here() -> UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }

  /// Where the stack of the current thread ends.
  private static func lowestAddress() -> UInt? {
    #if canImport(Darwin)
      let thread = pthread_self()
      let top = UInt(bitPattern: pthread_get_stackaddr_np(thread))
      return top - UInt(pthread_get_stacksize_np(thread))
    #else
      var attributes = pthread_attr_t()
      guard pthread_getattr_np(pthread_self(), &attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(&attributes) }
      var address: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &address, &size) == 0, let address else {
        return nil
      }
      return UInt(bitPattern: address)
    #endif
  }
}
