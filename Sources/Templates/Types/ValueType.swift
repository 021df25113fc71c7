/// The type of a value that templates see, as the checker knows it before anything is rendered.
public indirect enum ValueType: Hashable, Sendable {
  /// Known only while rendering; checked then.
  case any
  /// Known to be absent, such as a macro parameter that a call leaves out.
  case undefined
  /// Known to be null.
  case none
  case bool
  case int
  case float
  case string
  /// Markup that may be written as it is.
  case html
  /// A URL, a script expression or a style value that may be written as it is in its place.
  case trusted(TrustedText)
  /// JSON text, as `tojson` makes it.
  case json
  /// A calendar day.
  case date
  /// A calendar month.
  case month
  /// Two calendar months and all between them.
  case period
  case list(ValueType)
  /// A list of known length, such as the pairs that `items` gives.
  case tuple([ValueType], labels: [String])
  case map(ValueType)
  case record(RecordTypeID)
  /// A value or null.
  case optional(ValueType)
  /// A value that exists only while compiling: a macro, an imported template, a loop.
  case compileTime(CompileTimeValue)
}

/// A kind of text that was marked as safe for one place.
public enum TrustedText: UInt8, Hashable, Sendable {
  case url
  case script
  case style
  /// Attributes with their names, each after a space.
  case attributes
}

/// The number of a record type in its schema.
public struct RecordTypeID: Hashable, Sendable {
  /// Counted from 0, in the order in which the types were declared.
  public let index: Int
}

/// What a name means when it stands for no data.
public enum CompileTimeValue: Hashable, Sendable {
  case macro(Int)
  case module(Int)
  case loop(Int)
  case namespace(Int)
  case cycler(Int)
  case caller
  case selfBlocks
}

extension ValueType {
  /// The type without the possibility of null.
  public var unwrapped: ValueType {
    if case .optional(let inner) = self { inner } else { self }
  }

  /// The type where a condition has shown that a value is there; what is always null can then be
  /// anything, as the place is never reached.
  public var whenPresent: ValueType {
    self == .none || self == .undefined ? .any : unwrapped
  }

  /// The same type with the possibility of null.
  public var orNone: ValueType {
    switch self {
    case .any, .optional, .none, .undefined: self
    case .bool, .int, .float, .string, .html, .trusted, .json, .date, .month, .period, .list,
      .tuple, .map, .record, .compileTime:
      .optional(self)
    }
  }

  /// Whether null or nothing at all may stand here.
  public var mayBeAbsent: Bool {
    switch self {
    case .optional, .none, .undefined, .any: true
    case .bool, .int, .float, .string, .html, .trusted, .json, .date, .month, .period, .list,
      .tuple, .map, .record, .compileTime:
      false
    }
  }

  /// Whether the value prints as a run of text.
  var isText: Bool {
    switch self {
    case .string, .html, .trusted, .json: true
    case .any, .undefined, .none, .bool, .int, .float, .date, .month, .period, .list, .tuple, .map,
      .record, .optional, .compileTime:
      false
    }
  }

  var isNumber: Bool { self == .int || self == .float || self == .bool }

  /// The element type of a list, if it is one; a tuple gives the join of its parts.
  var element: ValueType? {
    switch self {
    case .list(let element): element
    case .tuple(let parts, _): parts.reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .any
    case .any, .undefined, .none, .bool, .int, .float, .string, .html, .trusted, .json, .date,
      .month, .period, .map, .record, .optional, .compileTime:
      nil
    }
  }

  /// The narrowest type that holds the values of both.
  public func joined(with other: ValueType) -> ValueType {
    if self == other { return self }
    switch (self, other) {
    case (.none, let kept), (let kept, .none), (.undefined, let kept), (let kept, .undefined):
      return kept == .none || kept == .undefined ? .none : kept.orNone
    case (.optional(let left), .optional(let right)): return left.joined(with: right).orNone
    case (.optional(let left), let right), (let right, .optional(let left)):
      return left.joined(with: right).orNone
    case (.list(let left), .list(let right)): return .list(left.joinedElement(with: right))
    case (.map(let left), .map(let right)): return .map(left.joinedElement(with: right))
    case (.tuple(let left, let labels), .tuple(let right, _)) where left.count == right.count:
      return .tuple(zip(left, right).map { $0.joined(with: $1) }, labels: labels)
    case (.tuple, .list(let element)), (.list(let element), .tuple):
      let parts = (self.element ?? .any).joined(with: other.element ?? .any)
      return .list(parts.joined(with: element))
    default: return .any
    }
  }

  /// An empty list has elements of no type at all, which any other type absorbs.
  private func joinedElement(with other: ValueType) -> ValueType {
    if self == .undefined { return other }
    if other == .undefined { return self }
    return joined(with: other)
  }
}
