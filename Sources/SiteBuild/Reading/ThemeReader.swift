internal import BuildGraph
internal import Diagnostics
internal import Files
internal import Templates

/// Reads the templates of a site: the built-in theme's files, the site's own of the same name in
/// their place.
struct ThemeReader: Sendable {
  /// The site's own templates; it may be absent.
  let folder: Folder

  static let folderName = "templates"

  struct Theme: Sendable {
    /// By name, without assets.
    let templates: [TemplateSource]
    let assets: [SiteSources.ThemeAsset]
    /// The site's own files, named from the site's folder.
    let files: [KnownFile]
    let diagnostics: [Diagnostic]
  }

  /// The folder of templates in the folder of a site.
  static func folder(of source: Folder) throws -> Folder {
    source.folder(try SitePath(folderName))
  }

  func read() throws -> Theme {
    let listing = try listing()
    var bytes = Dictionary(
      uniqueKeysWithValues: BuiltInTheme.files.map { ($0.name, Array($0.text.utf8)) })
    var known: [KnownFile] = []
    for file in listing.files {
      let contents = try FileReader.read(file.path, in: folder)
      bytes[file.path.text] = contents.bytes
      known.append(
        KnownFile(
          source: "\(Self.folderName)/\(file.path.text)", contents.stamp,
          Digest(of: contents.bytes)))
    }
    let files = bytes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return Theme(
      templates: files.filter { !Self.isAsset($0.key) }.map {
        TemplateSource(name: $0.key, bytes: $0.value)
      },
      assets: files.filter { Self.isAsset($0.key) }.map {
        SiteSources.ThemeAsset(name: $0.key, bytes: $0.value)
      },
      files: known, diagnostics: BuildMessage.leftOut(of: listing, in: Self.folderName))
  }

  private static func isAsset(_ name: String) -> Bool { name.hasPrefix("assets/") }

  /// The site's own files; none if it has no templates.
  func listing() throws -> FolderListing {
    do {
      return try FolderScanner().scan(folder)
    } catch let error where error.isAbsence {
      return .empty
    }
  }
}

extension BuildMessage {
  /// A message for every entry of a folder that was passed over.
  static func leftOut(of listing: FolderListing, in folder: String) -> [Diagnostic] {
    listing.leftOut.map { entry in
      leftOut(entry.description).at(
        SourceLocation(file: "\(folder)/\(entry.name)", span: 0..<0))
    }
  }
}
