/// One JSON object or array as text, put together member by member.
public struct JSONLine {
  /// The members so far, without the braces or brackets around them.
  public private(set) var text = ""
  private var isEmpty = true

  /// Returns an object with the members that `body` adds.
  public static func object(_ body: (inout JSONLine) -> Void) -> String {
    var line = JSONLine()
    body(&line)
    return "{" + line.text + "}"
  }

  /// Returns an array of values that are JSON already.
  public static func array(_ values: some Sequence<String>) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  /// Adds a text, or null in its absence.
  public mutating func member(_ name: String, _ value: String?) {
    raw(name, value.map(Self.quoted) ?? "null")
  }

  /// Adds a number, or null in its absence.
  public mutating func member(_ name: String, _ value: Int?) {
    raw(name, value.map { String($0) } ?? "null")
  }

  /// Adds a member whose value is JSON already.
  public mutating func raw(_ name: String, _ json: String) {
    text += (isEmpty ? "" : ",") + Self.quoted(name) + ":" + json
    isEmpty = false
  }

  /// Returns a text as JSON, with quotes around it and everything escaped that a terminal could obey.
  public static func quoted(_ text: String) -> String {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    quoted.reserveCapacity(text.utf8.count + 8)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): quoted += "\\n".utf8
      case UInt8(ascii: "\r"): quoted += "\\r".utf8
      case UInt8(ascii: "\t"): quoted += "\\t".utf8
      case 0..<0x20, 0x7F: quoted += escape(byte)
      // The control characters beyond ASCII are of two bytes.
      case 0x80..<0xA0 where previous == 0xC2:
        quoted.removeLast()
        quoted += escape(byte)
      default: quoted.append(byte)
      }
      previous = byte
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }

  /// A character below U+0100 by its number.
  private static func escape(_ character: UInt8) -> String.UTF8View {
    let digits = String(character, radix: 16)
    return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
  }
}
