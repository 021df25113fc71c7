/// A template file as it was read.
public struct TemplateSource: Sendable {
  /// The path below the folder of templates, with `/` between folders; other templates use it.
  public let name: String
  /// The whole file as it was read.
  public let bytes: [UInt8]

  /// Makes a source of the bytes of a file, under the name that other templates use.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
