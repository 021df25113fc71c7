/// Gives every heading an id that is unique in the page: its own, or one made from its text.
struct HeadingIDPass {
  func apply(to blocks: [Int32], in tree: inout MarkdownTree) {
    var taken = explicitIDs(in: &tree)
    var counts: [String: Int] = [:]
    var used: Set<String> = []
    for index in blocks where tree[index].kind == .heading {
      let explicit = tree.attributes(of: MarkdownTree.NodeID(index: index))?.id?.text
      var id = explicit ?? unique(slug(of: index, in: tree), taken: &taken, counts: &counts)
      // An id that is given twice has been reported; the page must still have it once.
      if explicit != nil, !used.insert(id).inserted {
        id = unique(id, taken: &taken, counts: &counts)
      }
      tree[index].detail = tree.addToPool((tree.options.idPrefix + id).utf8)
    }
  }

  /// Returns the ids that authors have given, and reports those given twice.
  private func explicitIDs(in tree: inout MarkdownTree) -> Set<String> {
    var ids: Set<String> = []
    for attributes in tree.attributes {
      guard let id = attributes.id, !ids.insert(id.text).inserted else { continue }
      tree.findings.add(
        MarkdownMessage.repeatedID(id.text, at: tree.location(Extent(id.span))))
    }
    return ids
  }

  private func unique(
    _ slug: String, taken: inout Set<String>, counts: inout [String: Int]
  ) -> String {
    if taken.insert(slug).inserted { return slug }
    while true {
      counts[slug, default: 0] += 1
      let candidate = "\(slug)-\(counts[slug, default: 0])"
      if taken.insert(candidate).inserted { return candidate }
    }
  }

  /// Makes an id from a heading's text: letters and digits in lower case, dashes between words.
  private func slug(of heading: Int32, in tree: MarkdownTree) -> String {
    var slug: [UInt8] = []
    let text = tree.plainBytes(of: heading)
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text { append(byte.lowercased, to: &slug) }
    } else {
      for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
        if scalar.isASCII {
          append(UInt8(truncatingIfNeeded: scalar.value), to: &slug)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          slug.append(contentsOf: String(scalar).utf8)
        } else if scalar.properties.isWhitespace {
          append(0x20, to: &slug)
        }
      }
    }
    while slug.last == 0x2D { slug.removeLast() }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
  }

  private func append(_ byte: UInt8, to slug: inout [UInt8]) {
    if byte.isAlphanumeric || byte == UInt8(ascii: "_") {
      slug.append(byte)
    } else if byte.isWhitespace || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
      if let last = slug.last, last != 0x2D { slug.append(0x2D) }
    }
  }
}
