/// The frames of the code that runs, one behind the other.
struct ValueStack: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Value>
  private var capacity: Int
  /// The first slot that no frame uses.
  var top = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    base.initialize(repeating: .undefined, count: capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for a frame, empties it and returns its offset; `base` may have moved.
  mutating func reserve(_ count: Int) -> Int {
    let start = top
    top += count
    if top > capacity { grow() }
    (base + start).initialize(repeating: .undefined, count: count)
    return start
  }

  private mutating func grow() {
    let wanted = max(capacity * 2, top)
    let bigger = UnsafeMutablePointer<Value>.allocate(capacity: wanted)
    bigger.update(from: base, count: capacity)
    (bigger + capacity).initialize(repeating: .undefined, count: wanted - capacity)
    base.deallocate()
    base = bigger
    capacity = wanted
  }
}
