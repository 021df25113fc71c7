/// A run of raw HTML without a tag that passes, as far as it has been written.
struct RefusedRun {
  private let start: Int
  /// Whether a refused tag stands in it.
  var hasTags = false

  init(at start: Int) { self.start = start }

  /// Shows the run as code, so that no text stands between blocks.
  func wrap(upTo end: Int, in output: inout [UInt8]) {
    guard hasTags else { return }
    // By index, since a slice would make the whole output be copied when it grows.
    var first = start
    var last = end
    while first < last, output[first].isWhitespace { first += 1 }
    while last > first, output[last - 1].isWhitespace { last -= 1 }
    output.insert(contentsOf: "</code></pre>".utf8, at: last)
    output.insert(contentsOf: "<pre class=\"refused\"><code>".utf8, at: first)
  }
}
