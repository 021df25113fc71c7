extension Person {
  /// Reads one entry of `people.yaml`.
  init?(_ reader: inout RecordReader) {
    let id = reader.id("id", of: Person.self, required: true)
    reader.subject = id?.value.text
    let name = reader.scalar("name", .line, required: true)?.value
    let organisation = reader.id("organisation", of: Organisation.self)
    let role = reader.scalar("role", .line)?.value
    let link = reader.scalar("link", .link)
    let isPublished = reader.scalar("publish", .truth)?.value ?? true
    let left = reader.scalar("left", .month)?.value
    guard let id else { return nil }
    self.init(
      origin: reader.origin(at: id.span), id: id.value, name: name ?? id.value.text,
      organisation: organisation, role: role, link: link, isPublished: isPublished, left: left)
  }
}
