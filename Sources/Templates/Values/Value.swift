public import GregorianCalendar

/// One value that templates work with: a number itself, or where in a store its content lies.
///
/// It is 16 bytes, trivially copied and never counted. A text, list, map or record is an offset
/// and a count inside one of four regions; who holds a value without its stores can do nothing
/// with it.
public struct Value: Sendable, BitwiseCopyable {
  /// The kind, the region and the count; one word, so that copying a value is two moves.
  private let header: UInt64
  /// The number itself, or the place of the content in its region.
  let payload: UInt64
}

extension Value {
  /// What a value is.
  enum Kind: UInt8, Sendable {
    case undefined
    case none
    case bool
    case int
    case float
    case string
    case html
    case trustedURL
    case trustedScript
    case trustedStyle
    case attributes
    case json
    case date
    case month
    case period
    case list
    case map
    case record
    /// Mutable fields made by `namespace()`; a map whose values may change.
    case namespace

    /// Whether the content is a run of UTF-8 bytes.
    @inline(__always) var isText: Bool {
      rawValue >= Kind.string.rawValue && rawValue <= Kind.json.rawValue
    }
  }

  /// Where the content of a value lies.
  enum Region: UInt8, Sendable {
    /// The constants of the program.
    case program
    /// What all pages share, made once.
    case site
    /// What one page adds.
    case page
    /// What the render in hand has made; the payload is an address.
    case scratch
  }
}

extension Value {
  /// Null: printed as nothing, and false.
  public static var none: Value { Value(.none) }

  /// Nothing at all: a field that a JSON object lacks; using it is an error.
  public static var undefined: Value { Value(.undefined) }

  /// A truth value.
  public static func bool(_ value: Bool) -> Value { Value(.bool, payload: value ? 1 : 0) }

  /// A whole number.
  public static func int(_ value: Int) -> Value {
    Value(.int, payload: UInt64(bitPattern: Int64(value)))
  }

  /// A floating-point number, which may be infinite or not a number.
  public static func float(_ value: Double) -> Value { Value(.float, payload: value.bitPattern) }

  /// A calendar day.
  public static func date(_ day: CalendarDay) -> Value {
    Value(.date, payload: UInt64(bitPattern: Int64(day.daysSince1970)))
  }

  /// A calendar month.
  public static func month(_ month: Month) -> Value {
    Value(.month, payload: UInt64(bitPattern: Int64(month.index)))
  }

  /// The months from one to another, both included.
  public static func period(from first: Month, to last: Month) -> Value {
    let last = UInt64(UInt32(truncatingIfNeeded: last.index))
    return Value(.period, payload: UInt64(UInt32(truncatingIfNeeded: first.index)) << 32 | last)
  }

  @inline(__always)
  init(_ kind: Kind, region: Region = .program, count: Int = 0, payload: UInt64 = 0) {
    self.header =
      UInt64(kind.rawValue) | UInt64(region.rawValue) << 8
      | UInt64(UInt32(truncatingIfNeeded: count)) << 32
    self.payload = payload
  }

  /// What the value is; only raw values of `Kind` are ever stored.
  @inline(__always) var kind: Kind {
    unsafeBitCast(UInt8(truncatingIfNeeded: header), to: Kind.self)
  }

  @inline(__always) var region: Region {
    unsafeBitCast(UInt8(truncatingIfNeeded: header >> 8), to: Region.self)
  }

  /// The number of bytes, cells or pairs; for a record the number of its type.
  @inline(__always) var count: UInt32 { UInt32(truncatingIfNeeded: header >> 32) }

  @inline(__always) var asInt: Int { Int(truncatingIfNeeded: Int64(bitPattern: payload)) }
  @inline(__always) var asDouble: Double { Double(bitPattern: payload) }
  @inline(__always) var asBool: Bool { payload != 0 }

  /// The day that a date holds.
  var asDay: CalendarDay {
    guard let day = CalendarDay(daysSince1970: asInt) else {
      preconditionFailure("a date is made from a day only")
    }
    return day
  }

  /// The first and the last month that a period or month holds, or in which a date lies; `nil`
  /// for what is none of them.
  var asMonths: (first: Month, last: Month)? {
    switch kind {
    case .period:
      let first = Int32(truncatingIfNeeded: payload >> 32)
      let last = Int32(truncatingIfNeeded: payload)
      return (Month(index: Int(first)), Month(index: Int(last)))
    case .month: return (Month(index: asInt), Month(index: asInt))
    case .date: return (asDay.month, asDay.month)
    case .undefined, .none, .bool, .int, .float, .string, .html, .trustedURL, .trustedScript,
      .trustedStyle, .attributes, .json, .list, .map, .record, .namespace:
      return nil
    }
  }

  @inline(__always) var length: Int { Int(count) }

  @inline(__always) var isAbsent: Bool { kind == .none || kind == .undefined }

  /// The same content read as another kind; only ever between kinds of text.
  @inline(__always)
  func retagged(_ kind: Kind) -> Value {
    Value(kind, region: region, count: length, payload: payload)
  }
}

// MARK: - As words

extension Value {
  /// The value as it lies in memory.
  var words: (header: UInt64, payload: UInt64) { (header, payload) }

  /// Takes any two words; the value must be checked before anything else is asked of it.
  init(words header: UInt64, _ payload: UInt64) {
    self.header = header
    self.payload = payload
  }

  /// Whether the words name a kind and a region that there are.
  var hasKnownKind: Bool {
    Kind(rawValue: UInt8(truncatingIfNeeded: header)) != nil
      && Region(rawValue: UInt8(truncatingIfNeeded: header >> 8)) != nil
  }

  /// Whether the payload counts to a day of the calendar.
  var hasDay: Bool { CalendarDay(daysSince1970: asInt) != nil }
}
