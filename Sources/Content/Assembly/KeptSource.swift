internal import CommonMark
package import Packing

/// What is kept of a post or page from one run to the next, so that it need not be parsed again:
/// its front matter as it is written, and what follows from its body but the markup.
///
/// Only sources that nothing is wrong with are kept, so that findings are never lost.
package struct KeptSource: Sendable {
  package let path: String
  /// The file's bytes up to its body.
  let head: [UInt8]
  /// The title that the body begins with, if the front matter gives none.
  let heading: String?
  let body: MarkdownDocument

  /// Whether the body was not parsed.
  package var isUnread: Bool { body.isUnread }

  init(path: String, head: [UInt8], heading: String?, body: MarkdownDocument) {
    self.path = path
    self.head = head
    self.heading = heading
    self.body = body
  }

  package func pack(into packer: inout Packer) {
    packer.add(bytes: head)
    packer.add(heading)
    body.pack(into: &packer)
  }

  /// Reads what `pack` wrote of the file at a path.
  package init(path: String, unpacking unpacker: inout Unpacker) {
    self.path = path
    self.head = unpacker.byteRun()
    self.heading = unpacker.optionalText()
    self.body = MarkdownDocument(unpacking: &unpacker)
  }
}
