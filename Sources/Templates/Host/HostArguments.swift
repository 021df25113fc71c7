/// The arguments of one call of a host function; readable only while it runs.
package struct HostArguments: ~Copyable {
  private let values: UnsafeBufferPointer<Value>
  private let memory: Memory

  init(values: UnsafeBufferPointer<Value>, memory: Memory) {
    self.values = values
    self.memory = memory
  }

  package var count: Int { values.count }

  /// Whether an argument was left out or is null.
  package borrowing func isAbsent(_ index: Int) -> Bool { values[index].isAbsent }

  /// A text argument; empty for what is no text.
  package borrowing func text(_ index: Int) -> String {
    String(decoding: memory.bytes(of: values[index]), as: UTF8.self)
  }

  /// Calls `body` with the UTF-8 bytes of a text argument.
  package borrowing func withBytes<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(memory.bytes(of: values[index]))
  }

  /// A whole number, or `nil` for what is none.
  package borrowing func int(_ index: Int) -> Int? {
    values[index].kind == .int ? values[index].asInt : nil
  }

  /// The months, counted since January of year 0, that a period covers or in which a month or day
  /// lies; `nil` for what is none of them.
  package borrowing func months(_ index: Int) -> (first: Int, last: Int)? {
    let value = values[index]
    switch value.kind {
    case .period:
      return (Int(value.payload >> 32), Int(value.payload & 0xFFFF_FFFF))
    case .month:
      return (value.asInt, value.asInt)
    case .date:
      let day = CalendarDay(number: value.asInt).parts
      let month = day.year * 12 + day.month - 1
      return (month, month)
    case .undefined, .none, .bool, .int, .float, .string, .html, .trustedURL, .trustedScript,
      .trustedStyle, .attributes, .json, .list, .map, .record, .namespace:
      return nil
    }
  }

  /// A truth value, or `nil` for what is none.
  package borrowing func bool(_ index: Int) -> Bool? {
    values[index].kind == .bool ? values[index].asBool : nil
  }
}
