internal import CommonMark
public import Packing

/// What is kept of a post or page from one run to the next, so that it need not be parsed again:
/// its front matter as it is written, and what follows from its body but the markup.
///
/// Only sources that nothing is wrong with are kept, so that findings are never lost.
public struct KeptSource: Sendable {
  public let path: String
  /// The file's bytes up to its body.
  let head: [UInt8]
  /// The title that the body begins with, if the front matter gives none.
  let heading: String?
  let body: MarkdownDocument

  /// Whether the body was not parsed.
  public var isUnread: Bool { body.isUnread }

  init(path: String, head: [UInt8], heading: String?, body: MarkdownDocument) {
    self.path = path
    self.head = head
    self.heading = heading
    self.body = body
  }

  public func pack(into packer: inout Packer) {
    packer.add(bytes: head)
    packer.add(heading)
    body.pack(into: &packer)
  }

  /// Reads what `pack` wrote of the file at a path.
  public init(path: String, unpacking unpacker: inout Unpacker) {
    self.path = path
    self.head = unpacker.byteRun()
    self.heading = unpacker.optionalText()
    self.body = MarkdownDocument(unpacking: &unpacker)
  }
}
