/// A template file as it was read.
public struct TemplateSource: Sendable {
  /// The path below the folder of templates, with `/` between folders; other templates use it.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
