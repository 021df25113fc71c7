/// A function or filter that the site gives to templates.
///
/// ```swift
/// let slug = HostFunction.filter(
///   "slug", takes: .string, returns: .string, summary: "Makes an address part of a title."
/// ) { arguments, result in
///   result.append(utf8: Slug.make(arguments.text(0)).utf8)
/// }
/// ```
public struct HostFunction: Sendable {
  /// What a call gives, after the value itself for filters.
  public struct Parameter: Sendable {
    /// The name under which a call may give the argument.
    public let name: String
    /// The type that an argument is checked against.
    public let type: ValueType
    /// Whether a call may leave the argument out; it is null then.
    public let isOptional: Bool

    /// Declares a parameter, by default one that every call must give.
    public init(_ name: String, _ type: ValueType, isOptional: Bool = false) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }

  /// Reads the arguments and gives the result; what it throws is reported at the call.
  public typealias Body =
    @Sendable (borrowing HostArguments, inout HostResult) throws(HostFailure) -> Void

  /// The name as templates write it.
  public let name: String
  /// What it does, in one sentence; empty if nobody says.
  public let summary: String
  /// All parameters; the first one of a filter is the value before the `|`.
  public let parameters: [Parameter]
  /// The type of what every call gives back.
  public let result: ValueType
  /// Whether it is called as `value|name` rather than `name(value)`.
  public let isFilter: Bool
  /// What runs at each call; several threads may run it at once.
  public let body: Body

  /// A function, called as `name(a, b)`.
  public static func function(
    _ name: String, _ parameters: [Parameter], returns result: ValueType, summary: String = "",
    body: @escaping Body
  ) -> HostFunction {
    HostFunction(
      name: name, summary: summary, parameters: parameters, result: result, isFilter: false,
      body: body)
  }

  /// A filter, called as `value|name(a, b)`.
  public static func filter(
    _ name: String, takes type: ValueType, _ parameters: [Parameter] = [],
    returns result: ValueType, summary: String = "", body: @escaping Body
  ) -> HostFunction {
    HostFunction(
      name: name, summary: summary, parameters: [Parameter("value", type)] + parameters,
      result: result, isFilter: true, body: body)
  }
}

/// Why a host function cannot give a result; the message is printed with the place of the call.
public struct HostFailure: Error, Sendable {
  /// One phrase for people, without the place.
  public let message: String

  /// Makes a failure with the phrase that says why.
  public init(_ message: String) {
    self.message = message
  }
}
