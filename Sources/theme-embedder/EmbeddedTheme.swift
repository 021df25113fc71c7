import Foundation

/// The Swift source that carries a folder of templates in the program.
struct EmbeddedTheme {
  private let files: [(name: String, text: String)]

  /// Reads every file below a folder, in the order of their names.
  init(folder: URL) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    files = try names.compactMap { name in
      let file = folder.appending(path: name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return (name, try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// The source, which gives `BuiltInTheme` its files.
  var source: String {
    let entries = files.map { name, text in
      "    File(name: \(Self.literal(name)), text: \(Self.literal(text))),\n"
    }
    return """
      extension BuiltInTheme {
        /// Every file of the theme, by name.
        static let files: [File] = [
      \(entries.joined())  ]
      }

      """
  }

  /// A literal of a text, whatever it holds.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
