package import Fingerprints

extension KeptSource {
  /// A fingerprint of the file up to its body, and of the title that the body may begin with: all
  /// that the rest of a site is made from but anchors.
  package var beginning: Fingerprint {
    Fingerprint { fingerprinter in
      fingerprinter.add(bytes: head)
      fingerprinter.add(heading)
    }
  }
}
