internal import GregorianCalendar

/// A table that is written as comma-separated values (RFC 4180), media type `text/csv`.
///
/// Lines end with CR LF, the first names the columns, text is UTF-8 without a byte order mark.
///
/// **Formulas.** Spreadsheets run a cell that starts with `=`, `+`, `-`, `@`, a tab or a line end
/// as a formula, and content is not trusted. Such *text* gets an apostrophe before it, which
/// spreadsheets read as "this is text". Numbers and dates are cells of their own kind and are
/// always written as they are, so a negative number stays a number.
public struct CSVTable {
  private let columns: Int
  private var bytes: [UInt8] = []

  /// Starts a table with its column names.
  public init(columns: [String]) {
    precondition(!columns.isEmpty, "a table needs a column")
    self.columns = columns.count
    append(columns.map(CSVField.text))
  }

  /// Adds a row, which has a field for each column.
  public mutating func append(_ row: [CSVField]) {
    precondition(row.count == columns, "a row has as many fields as the table has columns")
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    // A lone empty field would look like a line that is not there.
    if row == [.empty] || row == [.text("")] { bytes += "\"\"".utf8 }
    bytes += "\r\n".utf8
  }

  /// The table's bytes.
  public func encoded() -> [UInt8] { bytes }

  private mutating func append(_ field: CSVField) {
    switch field {
    case .empty: break
    case .text(let text): append(text)
    case .number(let number): bytes += number.text.utf8
    case .boolean(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .day(let day): bytes += day.description.utf8
    case .instant(let instant): bytes += instant.rfc3339.utf8
    }
  }

  private mutating func append(_ text: String) {
    let first = text.utf8.first { $0 != 0 }
    let isFormula = first.map(Self.startsFormula) ?? false
    guard isFormula || text.utf8.contains(where: Self.needsQuotes) else {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      // No reader expects a NUL, and some end the file there.
      if byte != 0 { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), 0x00, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
