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
    if isPlain(text) { return "\"" + text + "\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether nothing in a text needs escaping, as in most; a letter beyond ASCII is not looked at.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
  }
}
