import Formats
import GregorianCalendar
import Testing

@Suite struct CSVTableTests {
  private func written(_ field: CSVField) -> String {
    var table = CSVTable(columns: ["a", "b"])
    table.append([field, "z"])
    let text = String(decoding: table.encoded(), as: UTF8.self)
    return String(text.dropFirst("a,b\r\n".count).dropLast(",z\r\n".count))
  }

  @Test(
    arguments: [
      (.text("plain é 🎉"), "plain é 🎉"),
      (.text("a,b"), "\"a,b\""),
      (.text("a\"b"), "\"a\"\"b\""),
      (.text("two\r\nlines"), "\"two\r\nlines\""),
      (.text(""), ""),
      (.empty, ""),
      (.boolean(true), "true"),
      (.number(DecimalNumber(-12)), "-12"),
      (.optional(nil), ""),
      (.optional("x"), "x"),
    ] as [(CSVField, String)])
  func fieldsAreQuotedWhereNeeded(field: CSVField, expected: String) {
    #expect(written(field) == expected)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{0}=1"])
  func textThatSpreadsheetsWouldRunIsMarkedAsText(text: String) {
    let kept = text.filter { $0 != "\u{0}" }
    #expect(written(.text(text)) == "\"'\(kept)\"")
  }

  @Test func datesAndNumbersAreWrittenAsTheyAre() throws {
    let day = try #require(CalendarDay(year: 2021, month: 9, day: 30))
    #expect(written(.day(day)) == "2021-09-30")
    #expect(written(.instant(try #require(Timestamp(day: day)))) == "2021-09-30T00:00:00Z")
    #expect(written(.number(try #require(DecimalNumber("-0.50")))) == "-0.50")
  }

  @Test func loneEmptyFieldIsStillALine() {
    var table = CSVTable(columns: ["only"])
    table.append([.empty])
    table.append([""])
    table.append(["x"])
    #expect(String(decoding: table.encoded(), as: UTF8.self) == "only\r\n\"\"\r\n\"\"\r\nx\r\n")
  }

  @Test(arguments: ["", "-", "01", "1.", ".5", "1e5", "+1", "1,5", "0x1", " 1", "1.2.3", "١"])
  func otherTextIsNoNumber(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test(arguments: ["0", "-0", "0.5", "-12.50", "9007199254740993"])
  func digitsStayAsTheyAre(text: String) {
    #expect(DecimalNumber(text)?.text == text)
  }
}
