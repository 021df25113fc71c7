package import Diagnostics

/// A register of rows from a spreadsheet, with the bytes each field stands on (RFC 4180).
package struct CSVTable: Sendable {
  package let file: String
  /// The names of the first line.
  package let header: [Field]
  package let rows: [Row]

  /// One cell: its text without quotes, and its bytes with them.
  package struct Field: Sendable, Hashable {
    package let text: String
    package let span: Range<Int>
  }

  /// One line of data; always as many fields as the header has.
  package struct Row: Sendable {
    package let fields: [Field]
    package let span: Range<Int>
  }

  /// Reads a table; a row with too few or too many fields is reported and left out.
  package static func read(
    _ source: SourceFile
  ) -> (table: CSVTable, diagnostics: [Diagnostic]) {
    var scanner = CSVScanner(bytes: source.bytes)
    var diagnostics: [Diagnostic] = []
    var records: [Row] = []
    while let record = scanner.nextRecord() {
      if let open = record.unclosedQuote {
        diagnostics.append(
          ContentMessage.unclosedQuote.at(SourceLocation(file: source.name, span: open..<open + 1)))
      }
      if record.fields.count == 1, record.fields[0].text.isEmpty { continue }
      records.append(Row(fields: record.fields, span: record.span))
    }
    guard let header = records.first else {
      return (CSVTable(file: source.name, header: [], rows: []), diagnostics)
    }
    var rows: [Row] = []
    for row in records.dropFirst() {
      if row.fields.count == header.fields.count {
        rows.append(row)
      } else {
        diagnostics.append(
          ContentMessage.wrongFieldCount(row.fields.count, expected: header.fields.count)
            .at(SourceLocation(file: source.name, span: row.span)))
      }
    }
    return (CSVTable(file: source.name, header: header.fields, rows: rows), diagnostics)
  }
}

/// Cuts CSV bytes into records; quotes may hold commas and line ends.
private struct CSVScanner {
  private let bytes: [UInt8]
  private var offset: Int

  struct Record {
    var fields: [CSVTable.Field]
    var span: Range<Int>
    var unclosedQuote: Int?
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    self.offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func nextRecord() -> Record? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var record = Record(fields: [], span: start..<start, unclosedQuote: nil)
    repeat {
      let field =
        bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "\"")
        ? quotedField(&record) : plainField()
      record.fields.append(field)
    } while skipComma()
    record.span = start..<offset
    skipLineEnd()
    return record
  }

  private mutating func plainField() -> CSVTable.Field {
    let start = offset
    while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
    return CSVTable.Field(
      text: String(decoding: bytes[start..<offset], as: UTF8.self), span: start..<offset)
  }

  private mutating func quotedField(_ record: inout Record) -> CSVTable.Field {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        offset += 1
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
          while offset < bytes.count, !isEnd(bytes[offset]) {
            text.append(bytes[offset])
            offset += 1
          }
          return CSVTable.Field(text: String(decoding: text, as: UTF8.self), span: start..<offset)
        }
      }
      text.append(bytes[offset])
      offset += 1
    }
    record.unclosedQuote = start
    return CSVTable.Field(text: String(decoding: text, as: UTF8.self), span: start..<offset)
  }

  private mutating func skipComma() -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
    offset += 1
    return true
  }

  private mutating func skipLineEnd() {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
