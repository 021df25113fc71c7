internal import Files

extension PendingSources {
  /// The same with some of the files of the content folder.
  func selecting(_ isWanted: (_ path: String) -> Bool) -> PendingSources {
    PendingSources(
      settings: settings, files: files.filter { isWanted($0.path.text) }, theme: theme,
      reader: reader, diagnostics: diagnostics, folder: folder)
  }
}
