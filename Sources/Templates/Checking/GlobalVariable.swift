/// A name that every template of a page may use, such as `site` or `page`.
package struct GlobalVariable: Sendable, Hashable {
  package let name: String
  package let type: ValueType
  /// What the name stands for, in one sentence.
  package let summary: String

  package init(_ name: String, _ type: ValueType, _ summary: String = "") {
    self.name = name
    self.type = type
    self.summary = summary
  }
}
