/// Finds addresses that stand bare in a text, by GitHub's rules.
struct AutolinkScanner {
  private let bytes: [UInt8]
  private let range: Range<Int>

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  struct Match {
    let range: Range<Int>
    /// What is put before the text to make an address.
    let scheme: String
  }

  /// Returns the first address that begins at or after `start`.
  func first(from start: Int) -> Match? {
    var offset = start
    while offset < range.upperBound {
      let byte = bytes[offset]
      guard byte == UInt8(ascii: "w") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
      else {
        offset += 1
        continue
      }
      let match: Match?
      switch bytes[offset] {
      case UInt8(ascii: "w"): match = webAddress(at: offset)
      case UInt8(ascii: ":"): match = schemeAddress(colon: offset, notBefore: start)
      case UInt8(ascii: "@"): match = mailAddress(at: offset, notBefore: start)
      default: match = nil
      }
      if let match { return match }
      offset += 1
    }
    return nil
  }

  private func webAddress(at start: Int) -> Match? {
    guard start + 4 < range.upperBound, bytes[start + 1] == UInt8(ascii: "w"),
      bytes[start + 2] == UInt8(ascii: "w"), bytes[start + 3] == UInt8(ascii: "."),
      start == range.lowerBound || bytes[start - 1].isWhitespace
        || "*_~(".utf8.contains(bytes[start - 1]),
      let domain = endOfDomain(from: start, allowsShort: false)
    else { return nil }
    let end = trimmedEnd(from: start, to: endOfAddress(from: domain))
    return end > start + 4 ? Match(range: start..<end, scheme: "http://") : nil
  }

  private func schemeAddress(colon: Int, notBefore limit: Int) -> Match? {
    guard colon + 3 < range.upperBound, bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > limit, bytes[start - 1].isLetter { start -= 1 }
    guard isScheme(start..<colon), colon + 3 < range.upperBound, isHostByte(bytes[colon + 3]),
      let domain = endOfDomain(from: colon + 3, allowsShort: true)
    else { return nil }
    let end = trimmedEnd(from: start, to: endOfAddress(from: domain))
    return end > colon + 3 ? Match(range: start..<end, scheme: "") : nil
  }

  private func isScheme(_ range: Range<Int>) -> Bool {
    (3...5).contains(range.count)
      && Self.schemes.contains { name in
        name.utf8CodeUnitCount == range.count
          && range.allSatisfy {
            bytes[$0].lowercased == name.utf8Start[$0 - range.lowerBound]
          }
      }
  }

  private static let schemes: [StaticString] = ["http", "https", "ftp"]

  private func mailAddress(at sign: Int, notBefore limit: Int) -> Match? {
    var start = sign
    var scheme = "mailto:"
    var isChat = false
    while start > limit {
      let byte = bytes[start - 1]
      if byte.isAlphanumeric || ".+-_".utf8.contains(byte) {
        start -= 1
      } else if byte == UInt8(ascii: ":"), let name = protocolName(before: start - 1, limit: limit)
      {
        scheme = ""
        isChat = name == "xmpp"
        start -= name.utf8.count + 1
        break
      } else {
        break
      }
    }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < range.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: "@") { return nil }
      if byte == UInt8(ascii: "."), end + 1 < range.upperBound, bytes[end + 1].isAlphanumeric {
        dots += 1
      } else if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_"),
        !(isChat && byte == UInt8(ascii: "/"))
      {
        break
      }
      end += 1
    }
    guard end > sign + 1, dots > 0, bytes[end - 1].isLetter || bytes[end - 1] == 0x2E else {
      return nil
    }
    return Match(range: start..<trimmedEnd(from: start, to: end), scheme: scheme)
  }

  private func protocolName(before colon: Int, limit: Int) -> String? {
    ["mailto", "xmpp"].first { name in
      let start = colon - name.utf8.count
      return start >= limit && bytes[start..<colon].elementsEqual(name.utf8)
        && (start == limit || !bytes[start - 1].isAlphanumeric)
    }
  }

  /// Returns where a domain ends; `nil` if it is none, as with `_` in its last two parts.
  private func endOfDomain(from start: Int, allowsShort: Bool) -> Int? {
    var offset = start
    var dots = 0
    var underscores = (before: 0, last: 0)
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (underscores.last, 0)
        dots += 1
      } else if !isHostByte(byte), byte != UInt8(ascii: "-") {
        break
      }
      offset += 1
    }
    guard underscores == (0, 0) else { return nil }
    return allowsShort || dots > 0 ? offset : nil
  }

  private func isHostByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

  private func endOfAddress(from start: Int) -> Int {
    var end = start
    while end < range.upperBound, !bytes[end].isWhitespace, bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    return end
  }

  /// Leaves out punctuation that belongs to the sentence and not to the address.
  private func trimmedEnd(from start: Int, to end: Int) -> Int {
    var end = end
    var surplus = 0
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "(") { surplus -= 1 }
      if byte == UInt8(ascii: ")") { surplus += 1 }
    }
    while end > start {
      switch bytes[end - 1] {
      case UInt8(ascii: ")"):
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ";"): end = startOfEntity(endingAt: end, notBefore: start) ?? end - 1
      default: return end
      }
    }
    return end
  }

  private func startOfEntity(endingAt end: Int, notBefore start: Int) -> Int? {
    var offset = end - 2
    while offset > start, bytes[offset].isLetter { offset -= 1 }
    return offset > start && offset < end - 2 && bytes[offset] == UInt8(ascii: "&") ? offset : nil
  }
}
