extension RecordReader {
  /// Reads the entity's own id, which must agree with its file's name; the name wins.
  ///
  /// A file without the key takes the name's id.
  mutating func ownID<Entity>(_ expected: ID<Entity>) -> ID<Entity> {
    subject = expected.text
    if let own = id("id", of: Entity.self), own.value != expected {
      report(.idDisagrees(own.value.text, expected.text), at: own.span)
    }
    return expected
  }
}

extension EntityHeader {
  /// The same header with more old addresses.
  func adding(aliases more: [Located<String>]) -> EntityHeader {
    EntityHeader(
      origin: origin, isDraft: isDraft, publish: publish, expires: expires, reviewBy: reviewBy,
      language: language, aliases: aliases + more, waivers: waivers, extra: extra,
      unreadKeys: unreadKeys)
  }
}

extension RecordReader {
  /// Where the entity stands when it is one entry of a register.
  func origin(at span: Range<Int>) -> Origin { Origin(file: file, span: span, entries: entries) }
}
