import Content
import GregorianCalendar
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("2021-09", "September 2021", 1), ("2021-07/2021-09", "July to September 2021", 3),
    ("2021-11/2022-01", "November 2021 to January 2022", 3),
  ])
  func periodsHaveLabels(text: String, label: String, months: Int) throws {
    let period = try #require(Period(text))
    #expect(period.label == label)
    #expect(period.monthCount == months)
    #expect(period.description == text)
  }

  @Test(arguments: ["2021-09/2021-07", "2021", "2021-09/", "2021-09/2021-10/2021-11", "Q1 2021"])
  func badPeriodsAreRefused(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("7300", "7,300"), ("0", "0"), ("1234567", "1,234,567"), ("12.5", "12.5"), ("-1200", "-1,200"),
    ("0.05", "0.05"), ("999", "999"),
  ])
  func numbersPrintWithSeparators(text: String, grouped: String) throws {
    let number = try #require(Number(text))
    #expect(number.grouped == grouped)
    #expect(number.description == text)
  }

  @Test(arguments: ["7,300", "1e3", "", ".5", "5.", "+5", "0x1F", "1234567890123", "٣"])
  func numbersInOtherFormsAreRefused(text: String) {
    #expect(Number(text) == nil)
  }

  @Test func sumsKeepDecimalsExact() throws {
    let sum = try #require(Number("0.1")) + #require(Number("0.25"))
    #expect(sum == Number(units: 35, scale: 2))
    #expect(Number(units: 500, scale: 2).wholeNumber == 5)
    #expect(Number(units: 501, scale: 2).wholeNumber == nil)
  }

  @Test func theQualifierIsAlwaysPrinted() {
    let reach = Quantity(value: Number(units: 7300), qualifier: .moreThan, unit: "people")
    #expect(reach.description == "more than 7,300")
    #expect(Change(value: Number(units: 70), measure: .percent).description == "up 70%")
    #expect(Change(value: Number(units: -3), measure: .points).description == "down 3 points")
    #expect(Change(value: Number(units: 2), measure: .times).description == "2 times as many")
  }

  @Test func looseDatesSortByTheirEarliestDay() throws {
    let texts = ["Winter 2019", "2021", "Summer 2019", "2020-05", "2020-05-02"]
    let dates = try texts.map { try #require(LooseDate($0)) }.sorted()
    #expect(dates.map(\.text) == ["Summer 2019", "Winter 2019", "2020-05", "2020-05-02", "2021"])
    #expect(LooseDate("Someday 2019") == nil)
  }

  @Test(arguments: [
    ("domestic-abuse", true), ("2021-09", true), ("blog.posts", true), ("Domestic", false),
    ("-a", false), ("a-", false), ("a--b", false), ("a/b", false), ("..", false), ("", false),
  ])
  func idsHaveOneForm(text: String, isID: Bool) {
    #expect(IDForm.isWellFormed(text) == isID)
  }

  @Test func idsAreMadeOfAnyText() {
    #expect(ID<Project>(making: "Mental Health (Transitions)").text == "mental-health-transitions")
    #expect(ID<Project>(making: "../../etc/passwd").text == "etc-passwd")
    #expect(ID<Project>(making: "Caffè Nero").text == "caffe-nero")
    #expect(ID<Project>(making: "日本").text == "u-65e5-672c")
    #expect(ID<Project>(making: "").text == "u")
  }

  @Test(arguments: [
    ("https://notes.example.org/", "https://notes.example.org", "/"),
    ("https://example.org/notes", "https://example.org", "/notes/"),
    ("HTTP://Example.org:8080/a/b/", "http://example.org:8080", "/a/b/"),
  ])
  func baseURLsAreSplit(text: String, origin: String, path: String) throws {
    let base = try #require(BaseURL(text))
    #expect(base.origin == origin)
    #expect(base.path == path)
  }

  @Test(arguments: [
    "notes.example.org", "ftp://example.org/", "https:///x", "https://a b/", "https://e.org/?q",
    "https://e.org/../x", "https://user@e.org/", "javascript://e.org/",
  ])
  func unusableBaseURLsAreRefused(text: String) {
    #expect(BaseURL(text) == nil)
  }

  @Test(arguments: ["projects/", "/a//b/", "/../x/", "/a/./b", "/a b/", "/a?b", "/a#b", "//x/"])
  func addressesThatCouldLeaveTheSiteAreRefused(path: String) {
    #expect(Permalink(path: path) == nil)
  }

  @Test func addressesNameTheirFile() {
    #expect(Permalink(page: ["projects", "istv"]).path == "/projects/istv/")
    #expect(Permalink(page: ["projects", "istv"]).outputPath == "projects/istv/index.html")
    #expect(Permalink(page: []).outputPath == "index.html")
    #expect(Permalink(path: "/feed.atom")?.outputPath == "feed.atom")
  }

  @Test(arguments: [
    ("2021-09-15", 1_631_660_400), ("2021-09-15T09:00", 1_631_692_800),
    ("2021-01-15 09:00", 1_610_701_200), ("2021-09-15T09:00Z", 1_631_696_400),
    ("2021-09-15T09:00+02:00", 1_631_689_200),
  ])
  func publicationTimesAreInTheSitesZone(text: String, instant: Int) throws {
    let zone = try #require(SiteZone(name: "Europe/London"))
    let time = try #require(PublishTime(text))
    #expect(zone.instant(of: time) == instant)
  }

  @Test func quartersHaveThreeNames() throws {
    let month = try #require(Month("2021-07"))
    let programme = SiteSettings.Programme(
      firstYearStarts: try #require(Month("2019-07")), initialTermEnds: nil,
      quarterLabel: .programmeYear)
    let names = SiteSettings.QuarterLabel.allCases.map {
      QuarterName(month: month, label: $0, programme: programme)?.description
    }
    #expect(names == ["year 3, quarter 1", "2021 to 2022, quarter 2", "2021, quarter 3"])
    let last = QuarterName(
      month: try #require(Month("2022-06")), label: .programmeYear, programme: programme)
    #expect(last?.description == "year 3, quarter 4")
  }
}
