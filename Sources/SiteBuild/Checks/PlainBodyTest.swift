package import Content
internal import Fingerprints

/// Decides which bodies of posts and pages need not be parsed for a check, since nothing can be
/// found in them.
package struct PlainBodyTest: Sendable {
  let isPlain: ContentParser.BodyTest
  /// A fingerprint of all that decides besides the body.
  let terms: Fingerprint

  /// - Parameters:
  ///   - terms: All that decides besides the body, in an order of their own.
  ///   - isPlain: Whether nothing can be found in a body.
  package init(terms: [String], isPlain: @escaping ContentParser.BodyTest) {
    self.isPlain = isPlain
    self.terms = Fingerprint { fingerprinter in
      for term in terms { fingerprinter.add(term) }
    }
  }

  /// Every body is parsed.
  package static let parsesAll = PlainBodyTest(terms: []) { _, _ in false }

  /// Makes the test for a site of which posts and pages are not known yet.
  package typealias Maker = @Sendable (Site) -> PlainBodyTest
}
