public import GregorianCalendar

/// The arguments of one call of a host function; readable only while it runs.
public struct HostArguments: ~Copyable {
  private let values: UnsafeBufferPointer<Value>
  private let memory: Memory

  init(values: UnsafeBufferPointer<Value>, memory: Memory) {
    self.values = values
    self.memory = memory
  }

  /// How many there are, with those left out; a filter's value is the first.
  public var count: Int { values.count }

  /// Whether an argument was left out or is null.
  public borrowing func isAbsent(_ index: Int) -> Bool { values[index].isAbsent }

  /// A text argument; empty for what is no text.
  public borrowing func text(_ index: Int) -> String {
    String(decoding: memory.bytes(of: values[index]), as: UTF8.self)
  }

  /// Calls `body` with the UTF-8 bytes of a text argument.
  public borrowing func withBytes<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(memory.bytes(of: values[index]))
  }

  /// A whole number, or `nil` for what is none.
  public borrowing func int(_ index: Int) -> Int? {
    values[index].kind == .int ? values[index].asInt : nil
  }

  /// The first and the last month of a period, or the month that a month or day is or lies in;
  /// `nil` for what is none of them.
  public borrowing func months(_ index: Int) -> (first: Month, last: Month)? {
    values[index].asMonths
  }

  /// A truth value, or `nil` for what is none.
  public borrowing func bool(_ index: Int) -> Bool? {
    values[index].kind == .bool ? values[index].asBool : nil
  }
}
