internal import Fingerprints

/// The theme that every site has unless it brings templates of its own.
package enum BuiltInTheme {
  /// One file of the theme.
  package struct File: Sendable {
    /// The path below the folder of templates.
    package let name: String
    package let text: String
  }

  /// Every file of the theme, by name.
  package static var all: [File] { files }

  /// Changes with any byte of any file.
  static let fingerprint = Fingerprint { fingerprinter in
    for file in files {
      fingerprinter.add(file.name)
      fingerprinter.add(file.text)
    }
  }
}
