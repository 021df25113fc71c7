internal import Content
internal import Editorial
internal import SiteBuild

extension PlainBodyTest {
  /// Leaves bodies unread in which no editorial rule can find anything.
  static func editorial(_ site: Site) -> PlainBodyTest {
    let bodies = PlainBodies(site: site)
    return PlainBodyTest(terms: bodies.terms) { bodies.isPlain($0, from: $1) }
  }
}
