internal import Fingerprints
internal import Packing

/// What a check leaves for the next, so that a changed text need not bring the whole site back:
/// where links lead, and what each text of posts and pages has to do with the rest.
struct TextMemory: Sendable {
  let book: AddressBook
  /// By the paths of their files in the content folder.
  private var texts: FlatMap
  /// Who on the registers is named in anything but texts.
  private let namedElsewhere: Set<String>

  /// A post or page that nothing is wrong with as Markdown.
  struct Text: Sendable {
    /// The fingerprint of what findings elsewhere can depend on.
    let seenElsewhere: Fingerprint
    /// Whether a link somewhere leads to one of its anchors.
    let isLedTo: Bool
    /// Who on the registers is named in it.
    let mentions: Set<String>
  }

  /// - Parameter mentions: Who is named in which files.
  init(_ book: AddressBook, _ texts: [CheckedTexts.Seen], mentions: [String: Set<String>]) {
    self.book = book
    let files = Set(texts.map(\.file))
    namedElsewhere = mentions.filter { !files.contains($0.key) }
      .reduce(into: []) { $0.formUnion($1.value) }
    self.texts = FlatMap(capacity: texts.count)
    for text in texts {
      set(
        text.path,
        Text(
          seenElsewhere: text.fingerprint, isLedTo: text.isLedTo,
          mentions: mentions[text.file] ?? []))
    }
  }

  mutating func set(_ path: String, _ text: Text) { texts.set(path, packed: text.packed()) }

  /// What is known of a text; `nil` of any other file.
  func text(at path: String) -> Text? {
    guard var unpacker = texts.unpacker(of: path) else { return nil }
    return Text(unpacking: &unpacker)
  }

  /// Whether each of some names is also named somewhere else than in texts at some paths.
  func name(_ names: Set<String>, elsewhereThan paths: Set<String>) -> Bool {
    var missing = names.subtracting(namedElsewhere)
    for path in texts.names where !missing.isEmpty && !paths.contains(path) {
      missing.subtract(text(at: path)?.mentions ?? [])
    }
    return missing.isEmpty
  }
}

// MARK: - As bytes

extension TextMemory {
  private static let heading = Array("gazette texts 4 \(Release.version)\n".utf8)

  /// The memory as a file, by whose fingerprint a record says which memory it goes with.
  func packed() -> SealedFile {
    var packer = SealedFile.packer(heading: Self.heading)
    packer.reserve(book.packedSize + texts.packedSize)
    packer.add(namedElsewhere.sorted()) { $0.add($1) }
    book.pack(into: &packer)
    texts.pack(into: &packer)
    return SealedFile(packer, heading: Self.heading)
  }

  /// Reads what `packed` wrote, if it has a certain fingerprint; `nil` for anything else.
  init?(unpacking bytes: [UInt8], expecting fingerprint: Fingerprint) {
    guard let file = SealedFile.open(bytes, heading: Self.heading),
      file.fingerprint == fingerprint
    else { return nil }
    var unpacker = file.contents
    namedElsewhere = Set(unpacker.list { $0.text() })
    guard let book = AddressBook(unpacking: &unpacker) else { return nil }
    self.book = book
    texts = FlatMap(unpacking: &unpacker)
    if unpacker.isDamaged || !unpacker.isAtEnd { return nil }
  }
}

extension TextMemory.Text {
  fileprivate func packed() -> [UInt8] {
    var packer = Packer()
    packer.add(seenElsewhere.number)
    packer.add(isLedTo)
    packer.add(mentions.sorted()) { $0.add($1) }
    return packer.bytes
  }

  fileprivate init?(unpacking unpacker: inout Unpacker) {
    seenElsewhere = Fingerprint(number: unpacker.word())
    isLedTo = unpacker.flag()
    mentions = Set(unpacker.list { $0.text() })
    if unpacker.isDamaged || !unpacker.isAtEnd { return nil }
  }
}
