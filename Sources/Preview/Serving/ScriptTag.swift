/// Adds the script that reloads a page to its bytes on their way to the browser.
enum ScriptTag {
  private static let bodyEnd = Array("</body".utf8)

  /// Puts the script before the end of the body, or at the end if it is not written out.
  ///
  /// - Parameter version: By which the script tells the server what it shows.
  static func added(to page: [UInt8], version: String) -> [UInt8] {
    let tag = Array(
      "<script src=\"\(BrowserFile.script.path)\" data-version=\"\(version)\" defer></script>".utf8)
    let place = lastBodyEnd(in: page) ?? page.count
    return page[..<place] + tag + page[place...]
  }

  private static func lastBodyEnd(in page: [UInt8]) -> Int? {
    guard page.count >= bodyEnd.count else { return nil }
    return (0...(page.count - bodyEnd.count)).last { start in
      page[start] == bodyEnd[0]
        && zip(page[start...], bodyEnd).allSatisfy { $0 == $1 || ($0 | 0x20) == $1 }
    }
  }
}
