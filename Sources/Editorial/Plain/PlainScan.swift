/// One pass over a body as it is written, line by line, given up at the first thing that some rule
/// may have something to say about.
struct PlainScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var text = PlainText()
  private var offset: Int
  /// The level of the last heading, or less: one more is allowed.
  private var level: UInt8 = 1
  /// How many bars the rows of the table have that may have begun; 0 outside of tables.
  private var barCount = 0

  /// More marks than these at the beginning of a line could nest too deep, and more emphasis in a
  /// paragraph.
  private static let prefixLimit = 32
  static let emphasisLimit = 90
  /// Longer texts than a megabyte may be too long.
  private static let sizeLimit = 1 << 20

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.offset = start
  }

  mutating func isPlain(_ words: borrowing PlainWords) -> Bool {
    // What stands before the first word may be a byte order mark, which is no part of it.
    guard bytes.count - offset <= Self.sizeLimit,
      !bytes[offset...].starts(with: [0xEF, 0xBB, 0xBF])
    else { return false }
    while offset < bytes.count {
      guard let next = scanLine(from: offset, words) else { return false }
      offset = next
    }
    return true
  }

  /// Takes in a line and returns where the next begins; `nil` if the line is not plain.
  private mutating func scanLine(from start: Int, _ words: borrowing PlainWords) -> Int? {
    let next = bytes.endOfLine(from: start) + 1
    let end =
      next - 1 > start && next <= bytes.count && bytes[next - 2] == 0x0D ? next - 2 : next - 1
    guard let first = (start..<end).first(where: { bytes[$0] != 0x20 }) else {
      barCount = 0
      text.endParagraph()
      return next
    }
    let body = endOfPrefix(from: first, to: end)
    guard body - start <= Self.prefixLimit else { return nil }
    if body == end { return next }
    if isFence(body, end) {
      return body == start ? endOfFence(start..<end, next: next) : nil
    }
    guard isPlainHeading(at: body, of: start..<end), isNoUnderline(body..<end),
      isPlainRow(start..<end)
    else { return nil }
    return text.scan(start..<end, in: bytes, words) ? next : nil
  }

  /// Passes over quote marks, list markers and the spaces after them.
  private func endOfPrefix(from first: Int, to end: Int) -> Int {
    var offset = first
    while offset < end {
      switch bytes[offset] {
      case 0x20, UInt8(ascii: ">"): offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard offset + 1 < end, bytes[offset + 1] == 0x20 else { return offset }
        offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var digit = offset
        while digit < end, WordBytes.isDigit(bytes[digit]) { digit += 1 }
        guard digit + 1 < end, bytes[digit] == UInt8(ascii: ".") || bytes[digit] == 0x29,
          bytes[digit + 1] == 0x20
        else { return offset }
        offset = digit + 1
      default: return offset
      }
    }
    return offset
  }

  // MARK: Code

  private func isFence(_ start: Int, _ end: Int) -> Bool {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), start + 2 < end else {
      return false
    }
    return bytes[start + 1] == mark && bytes[start + 2] == mark
  }

  /// Passes over code between two fences of which the first names no language.
  private func endOfFence(_ fence: Range<Int>, next: Int) -> Int? {
    guard bytes[fence].allSatisfy({ $0 == UInt8(ascii: "`") }) else { return nil }
    var line = next
    while line < bytes.count {
      let lineEnd = bytes.endOfLine(from: line)
      if isClosing(line..<lineEnd, length: fence.count) { return lineEnd + 1 }
      line = lineEnd + 1
    }
    return bytes.count
  }

  private func isClosing(_ line: Range<Int>, length: Int) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound, bytes[offset] == 0x20 { offset += 1 }
    guard offset - line.lowerBound <= 3 else { return false }
    let start = offset
    while offset < line.upperBound, bytes[offset] == UInt8(ascii: "`") { offset += 1 }
    return offset - start >= length
      && bytes[offset..<line.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }

  // MARK: Headings

  /// Whether a line that may be a heading skips no level, whether it is one or not.
  private mutating func isPlainHeading(at start: Int, of line: Range<Int>) -> Bool {
    let mark = UInt8(ascii: "#")
    guard bytes[start] == mark else { return true }
    let count = UInt8(bytes[start..<line.upperBound].prefix(7).prefix { $0 == mark }.count)
    // Only at the beginning of a line is it sure to be a heading.
    if start == line.lowerBound, count > 1, count <= min(level + 1, 6) {
      let isHeading = start + Int(count) < line.upperBound && bytes[start + Int(count)] == 0x20
      level = isHeading ? count : min(level, count)
      return true
    }
    level = min(level, 2)
    return count == 2
  }

  /// Whether a line makes no heading of level 1 of the line before; one of level 2 may be made.
  private mutating func isNoUnderline(_ line: Range<Int>) -> Bool {
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      bytes[line].allSatisfy({ $0 == mark || $0 == 0x20 })
    else { return true }
    level = min(level, 2)
    return mark == UInt8(ascii: "-")
  }

  // MARK: Tables

  /// Whether a row of a table has words and as many cells as the one before.
  private mutating func isPlainRow(_ line: Range<Int>) -> Bool {
    let bar = UInt8(ascii: "|")
    guard bytes.contains(bar, in: line) else { return true }
    let row = bytes[line]
    let count = row.count { $0 == bar }
    let last = row.last { $0 != 0x20 }
    guard row.first == bar, last == bar, barCount == 0 || barCount == count,
      row.contains(where: { $0 != bar && $0 != 0x20 })
    else { return false }
    barCount = count
    return true
  }
}
