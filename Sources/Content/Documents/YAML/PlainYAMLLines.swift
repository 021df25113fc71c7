/// The lines of a YAML document that hold anything but comments, one after the other.
struct PlainYAMLLines {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var isAtEnd = false
  /// What is left of the line, without spaces around it.
  private(set) var content: Range<Int>
  /// How far the content stands from the left margin, in bytes.
  private(set) var column = 0
  /// Whether lines without content were passed over just before this one.
  private(set) var isAfterGap = false
  private var lineStart: Int
  /// Where the next line begins.
  private var next: Int

  /// Stands before the first line.
  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    next = range.lowerBound
    lineStart = next
    content = next..<next
  }

  /// Goes to the next line that holds anything.
  mutating func advance() {
    isAfterGap = false
    while next < end {
      takeLine()
      if let first = content.first, bytes[first] != .hash { return }
      isAfterGap = true
    }
    isAtEnd = true
    content = end..<end
  }

  /// Passes over bytes of the line, and the spaces behind them.
  mutating func skip(_ count: Int) {
    content = bytes.trimmed(content.dropFirst(count))
    column = content.lowerBound - lineStart
  }

  /// Goes to the next line as it is written, be it empty or a comment; `nil` behind the last.
  ///
  /// - Returns: The whole line, without its end, and whether it has one.
  mutating func nextRaw() -> (line: Range<Int>, isEnded: Bool)? {
    guard next < end else { return nil }
    let line = takeLine()
    return (line, next > line.upperBound)
  }

  /// Goes back to before a line, so that `advance` finds it.
  mutating func giveBack(_ line: Range<Int>) { next = line.lowerBound }

  @discardableResult private mutating func takeLine() -> Range<Int> {
    lineStart = next
    var lineEnd = next
    while lineEnd < end, bytes[lineEnd] != .lineFeed, bytes[lineEnd] != .carriageReturn {
      lineEnd += 1
    }
    next = lineEnd
    if next < end, bytes[next] == .carriageReturn { next += 1 }
    if next < end, bytes[next] == .lineFeed { next += 1 }
    content = bytes.trimmed(lineStart..<lineEnd)
    column = content.lowerBound - lineStart
    return lineStart..<lineEnd
  }
}
