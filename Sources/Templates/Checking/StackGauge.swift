/// Tells how much of the thread's stack has been used since it was made.
///
/// Passes recurse over templates, whose nesting is bounded by numbers. What a level costs differs
/// between builds, so this is the last guard, for threads with small stacks.
struct StackGauge {
  private let start: UInt
  private let limit: UInt

  init(limit: Int = 360 << 10) {
    self.start = Self.here()
    self.limit = UInt(limit)
  }

  /// Whether little of the stack is left.
  var isExhausted: Bool {
    let now = Self.here()
    return (start > now ? start - now : now - start) > limit
  }

  @inline(never)
  private static func here() -> UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }
}
