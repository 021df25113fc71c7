/// A link to another site in its plainest form, `[words](https://host/path)`, which no rule has
/// anything to say about.
struct PlainLink {
  let text: Range<Int>
  let end: Int

  /// Reads the link whose bracket opens at an offset; `nil` for any other, and for what is none.
  init?(at start: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let close = bytes[start + 1..<line.upperBound].firstIndex(where: PlainBytes.endsLinkText),
      bytes[close] == UInt8(ascii: "]"), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: "("),
      let end = bytes[close + 2..<line.upperBound].firstIndex(where: {
        !PlainBytes.mayStandInAddress($0)
      }),
      bytes[end] == UInt8(ascii: ")")
    else { return nil }
    text = start + 1..<close
    self.end = end + 1
    let address = UnsafeBufferPointer(rebasing: bytes[close + 2..<end])
    guard Self.isPlain(address), Self.saysWhereItLeads(bytes[text]) else { return nil }
  }

  /// What the hosts begin with that are known to hold documents, `www.` among them.
  private static let knownInitials = Array("dpsw".utf8)

  /// Whether an address leads to another site, and to nothing but a page.
  private static func isPlain(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    let host: Int
    if address.starts(with: "https://".utf8) {
      host = 8
    } else if address.starts(with: "http://".utf8) {
      host = 7
    } else {
      return false
    }
    guard address.count > host, WordBytes.isLetter(address[host]) else { return false }
    // Most addresses are known to be plain by their ends and by the first letter of their hosts.
    let dot = UInt8(ascii: ".")
    let mayBeDocument =
      address.count > 5 && (address[address.count - 4] == dot || address[address.count - 5] == dot)
    let mayBeKnown = knownInitials.contains(address[host] | 0x20)
    let isLong = address.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    guard mayBeDocument || mayBeKnown || isLong else { return true }
    let whole = WebAddress(String(decoding: address, as: UTF8.self))
    return whole.documentKind == nil && whole.trackingParameter == nil
  }

  /// Whether a link's text has words that say more than `here` does.
  private static func saysWhereItLeads(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var hash = WordBytes.hashStart
    var wordCount = 0
    var isInWord = false
    for byte in text {
      // Letters beyond ASCII may be others in small letters, and in no vague text are any.
      guard byte < 0x80 else { return !TextRules.isVague(String(decoding: text, as: UTF8.self)) }
      if WordBytes.isLetter(byte) || WordBytes.isDigit(byte) {
        if !isInWord, wordCount > 0 { hash = WordBytes.hash(0x20, into: hash) }
        if !isInWord { wordCount += 1 }
        hash = WordBytes.hash(WordBytes.isLetter(byte) ? byte | 0x20 : byte, into: hash)
        isInWord = true
      } else {
        isInWord = false
      }
    }
    return wordCount > 0 && !vagueTexts.contains(hash)
  }

  private static let vagueTexts = Set(
    TextRules.vagueTexts.map { text in
      text.utf8.reduce(WordBytes.hashStart) { WordBytes.hash($1, into: $0) }
    })
}
