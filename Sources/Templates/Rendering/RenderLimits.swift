/// How much one page may take, so that no template can hang or exhaust the machine.
public struct RenderLimits: Sendable, Hashable {
  /// Iterations of all loops together.
  public var iterations: Int
  /// Bytes written.
  public var outputBytes: Int
  /// Bytes of values made while rendering, such as the results of filters.
  public var scratchBytes: Int
  /// Macros, call blocks and recursive loops inside each other.
  public var nesting: Int

  /// Makes limits, by default of 256 MiB of output, far more than a page for people needs.
  public init(
    iterations: Int = 10_000_000, outputBytes: Int = 256 << 20, scratchBytes: Int = 512 << 20,
    nesting: Int = 200
  ) {
    self.iterations = iterations
    self.outputBytes = outputBytes
    self.scratchBytes = scratchBytes
    self.nesting = nesting
  }
}
