/// A place inside markup that is filled when its page is put together, as it depends on what
/// stands before it on that page.
///
/// Written as U+FDD0, a letter, a number and U+FDD1. Those two are noncharacters, which no text
/// may interchange (Unicode, section 23.7): sources that hold them lose them on the way in, so
/// that content cannot forge a marker.
enum Marker: Hashable, Sendable {
  /// An abbreviation that the glossary knows, by the number of its term; the first one on a page
  /// is expanded, if it may be.
  case abbreviation(term: Int, mayExpand: Bool)
  /// A directive of something that many pages show, by its number in the model.
  case directive(Int)
  /// A directive of the page's own body, by its number in the page.
  case pageDirective(Int)

  /// What the noncharacters begin with, as hardly any other character does.
  static let firstByte: UInt8 = 0xEF
  static let open: [UInt8] = [firstByte, 0xB7, 0x90]
  static let close: [UInt8] = [0xEF, 0xB7, 0x91]

  func write(to bytes: inout [UInt8]) {
    bytes += Self.open
    bytes.append(letter)
    bytes += String(number).utf8
    bytes += Self.close
  }

  private var letter: UInt8 {
    switch self {
    case .abbreviation(_, let mayExpand): mayExpand ? UInt8(ascii: "a") : UInt8(ascii: "b")
    case .directive: UInt8(ascii: "d")
    case .pageDirective: UInt8(ascii: "p")
    }
  }

  private var number: Int {
    switch self {
    case .abbreviation(let term, _): term
    case .directive(let number), .pageDirective(let number): number
    }
  }

  /// Reads the marker that begins at `offset`; `nil` when the bytes there are none.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (marker: Marker, end: Int)? {
    guard offset + 8 <= bytes.count, isOpen(bytes, at: offset) else { return nil }
    var end = offset + 4
    var number = 0
    while end < bytes.count, end < offset + 14, isDigit(bytes[end]) {
      number = number * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end > offset + 4, end + 3 <= bytes.count, bytes[end] == close[0],
      bytes[end + 1] == close[1], bytes[end + 2] == close[2],
      let marker = Marker(letter: bytes[offset + 3], number: number)
    else { return nil }
    return (marker, end + 3)
  }

  private init?(letter: UInt8, number: Int) {
    switch letter {
    case UInt8(ascii: "a"): self = .abbreviation(term: number, mayExpand: true)
    case UInt8(ascii: "b"): self = .abbreviation(term: number, mayExpand: false)
    case UInt8(ascii: "d"): self = .directive(number)
    case UInt8(ascii: "p"): self = .pageDirective(number)
    default: return nil
    }
  }

  /// Whether a noncharacter of the block U+FDD0 to U+FDEF begins at `offset`.
  static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 3 <= bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xB7
      && (0x90...0xAF).contains(bytes[offset + 2])
  }

  /// Whether some of the noncharacters that markers are made of is among bytes.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while let place = bytes.firstIndex(of: firstByte, from: offset) {
      if isNoncharacter(bytes, at: place) { return true }
      offset = place + 1
    }
    return false
  }

  /// Returns a text without the noncharacters that markers are made of.
  static func removed(from text: String) -> String {
    var text = text
    guard text.withUTF8({ $0.firstIndex(of: firstByte, from: 0) }) != nil,
      text.unicodeScalars.contains(where: isNoncharacter)
    else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.filter { !isNoncharacter($0) })
    return String(scalars)
  }

  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value)
  }

  private static func isOpen(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == open[0] && bytes[offset + 1] == open[1] && bytes[offset + 2] == open[2]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
