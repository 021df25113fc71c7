/// Writes the lines of an iCalendar file: escaped, folded at 75 octets, ended with CR LF.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Appends a property whose value needs no escaping.
  mutating func append(_ name: String, raw value: String) {
    fold("\(name):\(value)")
  }

  /// Appends a property whose value is text.
  mutating func append(_ name: String, text: String) {
    fold("\(name):\(Self.escaped(text))")
  }

  /// Appends a property whose value is a list of texts.
  mutating func append(_ name: String, list: [String]) {
    fold("\(name):\(list.map(Self.escaped).joined(separator: ","))")
  }

  /// Breaks a line so that none is longer than 75 octets, never inside a character's bytes.
  private mutating func fold(_ line: String) {
    let line = Array(line.utf8)
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end]
      bytes += "\r\n ".utf8
      start = end
      // The space before a continued line counts too.
      room = 74
    }
    bytes += line[start...]
    bytes += "\r\n".utf8
  }

  /// Escapes text; drops control characters, which RFC 5545 does not allow.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\r":
        result.append(contentsOf: "\\n".unicodeScalars)
      case "\n":
        // CR LF is one line end.
        if previous != "\r" { result.append(contentsOf: "\\n".unicodeScalars) }
      case "\t": result.append(scalar)
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.append(scalar) }
      }
      previous = scalar
    }
    return String(result)
  }
}
