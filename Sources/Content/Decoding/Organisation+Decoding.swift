extension Organisation {
  /// Reads one entry of `organisations.yaml`.
  init?(_ reader: inout RecordReader) {
    let id = reader.id("id", of: Organisation.self, required: true)
    reader.subject = id?.value.text
    let name = reader.scalar("name", .line, required: true)?.value
    let kind = reader.choice("kind", of: Kind.self, required: true)?.value ?? .other
    let aliases = reader.list("aliases", .line).map(\.value)
    let parent = reader.id("parent", of: Organisation.self)
    let link = reader.scalar("link", .link)
    guard let id else { return nil }
    self.init(
      origin: reader.origin(at: id.span), id: id.value, name: name ?? id.value.text, kind: kind,
      aliases: aliases, parent: parent, link: link)
  }
}
