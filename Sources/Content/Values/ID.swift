private import Foundation

/// The stable name of an entity of one kind, such as `domestic-abuse`.
///
/// Lower-case ASCII letters, digits and hyphens, unique within its kind, the same for ever:
/// addresses, feed ids and references are made from it.
public struct ID<Entity>: Sendable, Hashable, Comparable {
  /// As it is written in addresses and references.
  public let text: String

  /// Takes the text of an id, or returns `nil` when it is not well formed.
  public init?(_ text: String) {
    guard IDForm.isWellFormed(text) else { return nil }
    self.text = text
  }

  /// Makes the nearest well-formed id of any text.
  ///
  /// Accents are dropped. A text without any Latin letter or digit is named by the numbers of its
  /// characters, so that no two share an id.
  public init(making text: some StringProtocol) {
    let made = IDForm.made(from: text)
    self.text = made.isEmpty ? IDForm.numbered(text) : made
  }

  /// Orders by the text.
  public static func < (left: ID, right: ID) -> Bool { left.text < right.text }
}

extension ID: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

/// What an id may look like, apart from the kind of entity it names.
package enum IDForm {
  /// Ids are parts of file names and addresses, so they are kept well below their limits.
  package static let maximumLength = 120

  /// Whether `text` is lower-case letters, digits and single inner hyphens or dots.
  package static func isWellFormed(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= maximumLength else { return false }
    var previousIsJoint = true
    for byte in text.utf8 {
      let isJoint = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard isJoint ? !previousIsJoint : isAlphanumeric(byte) else { return false }
      previousIsJoint = isJoint
    }
    return !previousIsJoint
  }

  /// Makes an id of any text: letters lowered, everything else a hyphen, no two in a row.
  package static func made(from text: some StringProtocol) -> String {
    if isMade(text) { return String(text) }
    var bytes: [UInt8] = []
    for byte in withoutAccents(text.lowercased()).utf8 {
      if isAlphanumeric(byte) {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
      if bytes.count == maximumLength { break }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text is such an id already, as most names of files are.
  private static func isMade(_ text: some StringProtocol) -> Bool {
    let hyphen = UInt8(ascii: "-")
    var previous = hyphen
    var count = 0
    for byte in text.utf8 {
      guard byte == hyphen ? previous != hyphen : isAlphanumeric(byte) else { return false }
      previous = byte
      count += 1
    }
    return previous != hyphen && count <= maximumLength
  }

  /// Makes an id of the numbers of a text's characters, such as `u-65e5-672c`.
  static func numbered(_ text: some StringProtocol) -> String {
    let numbers = text.unicodeScalars.prefix(16).map { String($0.value, radix: 16) }
    return (["u"] + numbers).joined(separator: "-")
  }

  /// Parts letters from their accents and drops these: `café` becomes `cafe`.
  private static func withoutAccents(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
