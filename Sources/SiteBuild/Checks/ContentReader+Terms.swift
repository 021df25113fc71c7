internal import Fingerprints

extension ContentReader {
  /// The reader when bodies are left unread by these terms.
  func assuming(terms: Fingerprint) -> ContentReader {
    ContentReader(folder: folder, known: known.assuming(terms: terms))
  }

  /// The reader that reads every file.
  var forgetting: ContentReader { ContentReader(folder: folder, known: .none) }
}
