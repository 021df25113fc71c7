extension ValueForm where Value == BaseURL {
  static var baseURL: ValueForm {
    ValueForm(expectation: "an address such as https://notes.example.org/") { BaseURL($0) }
  }
}

extension ValueForm where Value == String {
  /// One mailbox, checked only for what would break a `mailto:` link.
  static var email: ValueForm {
    ValueForm(expectation: "an email address such as team@example.org") { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      let isClean = text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"<>\"'(),;:\\?&%#".unicodeScalars.contains($0)
      }
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isClean ? text : nil
    }
  }

  /// Where a menu leads: an address of the site, or a link elsewhere.
  static var menuLink: ValueForm {
    ValueForm(expectation: "an address such as /about/ or a link such as https://example.org/") {
      Permalink(path: $0) == nil ? ValueForm.link.read($0) : $0
    }
  }
}

extension RecordReader {
  /// Reads lists of spellings, the preferred one first: `[LinkedIn, Linked In]`.
  mutating func spellings(_ key: String) -> [[String]] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let lists) = value.content else {
      report(
        .wrongType(
          key, expected: "a list of lists such as [LinkedIn, Linked In]",
          found: value.kindName), at: value.span)
      return []
    }
    return lists.compactMap { list in
      guard case .sequence(let words) = list.content, words.count >= 2 else {
        report(
          .wrongType(
            key, expected: "lists of the preferred spelling and those to report",
            found: list.kindName), at: list.span)
        return nil
      }
      return words.compactMap { word in
        if case .scalar(let text) = word.content { return text }
        report(.wrongType(key, expected: "text", found: word.kindName), at: word.span)
        return nil
      }
    }
  }

  /// Reads a licence: its name alone, or `name` and `link`.
  mutating func licence(_ key: String) -> SiteSettings.Licence? {
    guard let value = value(key) else { return nil }
    if case .scalar(let name) = value.content {
      return SiteSettings.Licence(name: name, link: nil)
    }
    return record(value, of: "licence", kind: "the licence") { entry in
      let name = entry.scalar("name", .line, required: true)
      let link = entry.scalar("link", .link)?.value
      return name.map { SiteSettings.Licence(name: $0.value, link: link) }
    }
  }
}
