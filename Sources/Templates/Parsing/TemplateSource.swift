/// A template file as it was read.
package struct TemplateSource: Sendable {
  /// The path below the folder of templates, with `/` between folders; other templates use it.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
