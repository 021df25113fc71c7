/// A name that every template of a page may use, such as `site` or `page`.
public struct GlobalVariable: Sendable, Hashable {
  /// The name as templates write it.
  public let name: String
  /// The type of the value that every render gives for it.
  public let type: ValueType
  /// What the name stands for, in one sentence.
  public let summary: String

  /// Declares a name, by default without a sentence about it.
  public init(_ name: String, _ type: ValueType, _ summary: String = "") {
    self.name = name
    self.type = type
    self.summary = summary
  }
}
