/// A place in a line, as block structure counts it: in bytes and in columns.
struct LinePosition {
  /// The offset in the source.
  var offset: Int
  /// Counted from 0, a tab reaching to the next multiple of 4.
  ///
  /// May stand in the middle of the tab at `offset`.
  var column: Int
  /// Whether a container has taken a part of the tab at `offset`.
  private(set) var isInsideTab = false

  init(offset: Int, column: Int) {
    self.offset = offset
    self.column = column
  }

  /// How many columns of the tab at `offset` are left; 0 if no part of it is taken.
  var restOfTab: Int { isInsideTab ? 4 - column % 4 : 0 }

  /// Goes forward over up to `columns` columns of spaces and tabs.
  mutating func skipBlanks(_ columns: Int, in source: [UInt8], end: Int) {
    var left = columns
    while left > 0, offset < end {
      if source[offset] == 0x20 {
        offset += 1
        column += 1
        left -= 1
      } else if source[offset] == 0x09 {
        let width = 4 - column % 4
        if width > left {
          column += left
          isInsideTab = true
          return
        }
        column += width
        left -= width
        offset += 1
        isInsideTab = false
      } else {
        return
      }
    }
  }

  /// Returns how many columns of spaces and tabs come next, and where they end.
  func blanks(in source: [UInt8], end: Int) -> (columns: Int, end: LinePosition) {
    var position = self
    position.skipBlanks(.max, in: source, end: end)
    return (position.column - column, position)
  }
}
