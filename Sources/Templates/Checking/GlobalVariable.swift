/// A name that every template of a page may use, such as `site` or `page`.
public struct GlobalVariable: Sendable, Hashable {
  public let name: String
  public let type: ValueType
  /// What the name stands for, in one sentence.
  public let summary: String

  public init(_ name: String, _ type: ValueType, _ summary: String = "") {
    self.name = name
    self.type = type
    self.summary = summary
  }
}
