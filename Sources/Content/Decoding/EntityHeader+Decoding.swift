extension EntityHeader {
  /// Reads the keys that every entity may have.
  convenience init(_ reader: inout RecordReader) {
    let isDraft = reader.scalar("draft", .truth)?.value ?? false
    let publish = reader.scalar("publish", .publishTime)?.value
    let expires = reader.scalar("expires", .day)?.value
    let reviewBy = reader.scalar("review-by", .day)?.value
    let language = reader.scalar("lang", .language)?.value
    let aliases = reader.list("aliases", .address)
    let waivers = reader.records("waive", kind: "a waiver") { waiver -> Waiver? in
      let rule = waiver.scalar("rule", .line, required: true)
      let because = waiver.scalar("because", .line, required: true)
      guard let rule, let because else { return nil }
      return Waiver(rule: rule, because: because.value)
    }
    let extra = reader.value("extra")
    self.init(
      origin: reader.origin, isDraft: isDraft, publish: publish, expires: expires,
      reviewBy: reviewBy, language: language, aliases: aliases, waivers: waivers, extra: extra,
      unreadKeys: reader.unreadKeys)
  }
}

extension ValueForm where Value == PublishTime {
  static var publishTime: ValueForm {
    ValueForm(expectation: "a day such as 2021-09-15 or a time such as 2021-09-15T09:00") {
      PublishTime($0)
    }
  }
}

extension ValueForm where Value == String {
  /// A BCP 47 language tag; the primary subtag and any further ones of letters and digits.
  static var language: ValueForm {
    ValueForm(expectation: "a language tag such as en-GB") { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isTag =
        (2...3).contains(parts.first?.utf8.count ?? 0)
        && parts.allSatisfy { part in
          (1...8).contains(part.utf8.count)
            && part.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphanumeric }
        }
      return isTag ? text : nil
    }
  }

  /// The path of a page of the site, such as `/old/path/`.
  static var address: ValueForm {
    ValueForm(expectation: "an address of this site such as /old/path/") { text in
      Permalink(path: text) == nil ? nil : text
    }
  }

  /// A link that is safe to follow: http, https or mailto.
  static var link: ValueForm {
    ValueForm(expectation: "a link that begins with https://") { text in
      let lowered = text.lowercased()
      let isKnown = ["https://", "http://", "mailto:"].contains { lowered.hasPrefix($0) }
      let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
      return isKnown && isClean ? text : nil
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
