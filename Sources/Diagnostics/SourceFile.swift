internal import Synchronization

/// The bytes of one source, and the lines in them.
public struct SourceFile: Sendable {
  /// The file's name as it is printed, by which locations refer to it.
  public let name: String
  /// The whole content as it was read, which need not be UTF-8.
  public let bytes: [UInt8]
  private let lines = Lines()

  /// Takes the bytes of a source; its lines end with LF, CR LF or a lone CR.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where lines start, found when it is first asked for, as nobody asks of most sources.
  private final class Lines: Sendable {
    let starts = Mutex<[Int]?>(nil)
  }

  /// The offset at which each line starts; the first is always 0.
  private var lineStarts: [Int] {
    lines.starts.withLock { starts in
      let found = starts ?? Self.lineStarts(in: bytes)
      starts = found
      return found
    }
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let next = offset + 1
      if byte == UInt8(ascii: "\n") {
        starts.append(next)
      } else if byte == UInt8(ascii: "\r"),
        next == bytes.count || bytes[next] != UInt8(ascii: "\n")
      {
        starts.append(next)
      }
    }
    return starts
  }

  /// A place as people read it, both counted from 1.
  public struct Position: Sendable, Hashable {
    /// Counted from 1; a line ends with LF, CR LF or a lone CR.
    public var line: Int
    /// Counted in Unicode scalars, so that it agrees with what most editors show.
    public var column: Int

    /// Makes a position of a line and a column that are both counted from 1.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Returns the line and column of a byte offset; offsets past the end mean the end.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let lineStarts = lineStarts
    let line = Self.lineIndex(of: offset, lineStarts)
    var column = 1
    for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return Position(line: line + 1, column: column)
  }

  /// Returns the byte range of the line that holds `offset`, without its line end.
  public func lineRange(at offset: Int) -> Range<Int> {
    let lineStarts = lineStarts
    let line = Self.lineIndex(of: min(max(offset, 0), bytes.count), lineStarts)
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// Returns the byte offset of a line and a column in Unicode scalars, both counted from 1.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    let lineStarts = lineStarts
    guard line <= lineStarts.count else { return bytes.count }
    let end = lineRange(at: lineStarts[line - 1]).upperBound
    var offset = lineStarts[line - 1]
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  private static func lineIndex(of offset: Int, _ lineStarts: [Int]) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
