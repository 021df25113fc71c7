/// How the headings of sections are compared with the accepted wordings.
package enum HeadingWording {
  /// Returns a wording without letter case, with single spaces and straight quotation marks.
  package static func folded(_ heading: String) -> String {
    if let folded = foldedASCII(heading) { return folded }
    let words = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(
      words.lowercased().map { character in
        switch character {
        case "’", "‘": "'"
        case "“", "”": "\""
        default: character
        }
      })
  }

  /// The same of a heading in ASCII, as most are; `nil` of any other.
  private static func foldedASCII(_ heading: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(heading.utf8.count)
    var isAfterSpace = false
    for byte in heading.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: isAfterSpace = !bytes.isEmpty
      default:
        if isAfterSpace { bytes.append(0x20) }
        isAfterSpace = false
        bytes.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
