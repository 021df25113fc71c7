internal import Content
internal import Diagnostics

/// Abbreviations and their expansions.
struct GlossaryRules {
  let site: Site
  let texts: [ReadPassage]
  /// Whether uses before the expansion are looked for, which is off by default.
  let findsLateExpansions: Bool

  func findings() -> [Finding] {
    undefined() + unused() + twoExpansions() + (findsLateExpansions ? lateExpansions() : [])
      + misplaced()
  }

  private func undefined() -> [Finding] {
    // A glossary that cannot be read has them all.
    if site.unreadable.contains("glossary.yaml") { return [] }
    let known = Self.knownAbbreviations(of: site)
    var findings: [Finding] = []
    var seen: Set<String> = []
    var file = ""
    for text in texts where !text.abbreviations.isEmpty {
      if text.passage.file != file {
        file = text.passage.file
        seen = []
      }
      for range in text.abbreviations {
        let word = text.passage.string(range)
        guard !known.contains(word), !CommonWords.isName(word), !isInsideName(range, in: text),
          !isShouted(range, in: text.passage),
          seen.insert(word).inserted, InlineExpansion(of: range, in: text.passage) == nil
        else { continue }
        findings.append(
          Finding(
            .g01,
            "abbreviation is not in the glossary; add '\(word)' to glossary.yaml, or write it"
              + " out",
            at: text.passage.location(of: range), subject: word))
      }
    }
    return findings
  }

  /// The abbreviations that need no explanation, or have one.
  static func knownAbbreviations(of site: Site) -> Set<String> {
    Set(site.glossary.terms.map(\.abbreviation) + site.settings.wellKnown)
      .union(site.projects.flatMap(\.abbreviations).map(\.value)).union(CommonWords.wellKnown)
  }

  /// Whether a word is a part of the name of a body or a person, and not the whole of it.
  private func isInsideName(_ range: Range<Int>, in text: ReadPassage) -> Bool {
    text.matches(around: range).contains { match in
      guard match.range.count > range.count, match.range.lowerBound <= range.lowerBound,
        match.range.upperBound >= range.upperBound
      else { return false }
      switch match.meaning {
      case .organisation, .person, .preferred: return true
      case .variant, .nameWord, .expansion, .month, .placeholder: return false
      }
    }
  }

  /// Whether a word stands in a heading or line all in capitals, where it is no abbreviation.
  private func isShouted(_ range: Range<Int>, in passage: Passage) -> Bool {
    let parting = UInt8(ascii: "\n")
    let start = passage.bytes[..<range.lowerBound].lastIndex(of: parting).map { $0 + 1 } ?? 0
    let line = passage.bytes[start...].prefix { $0 != parting }
    guard line.allSatisfy({ !WordBytes.isLetter($0) || WordBytes.isCapital($0) }) else {
      return false
    }
    let words = String(decoding: line, as: UTF8.self)
    let sections = site.settings.sections
    let accepted = (sections.done + sections.next + sections.needs).map(HeadingWording.folded)
    return words.split(separator: " ").count > 2 || accepted.contains(HeadingWording.folded(words))
  }

  private func unused() -> [Finding] {
    // What cannot be read may use them.
    guard let edition = site.latestEdition, site.unreadable.isEmpty else { return [] }
    let used = abbreviations(in: EditionTexts(site: site, edition: edition))
    return site.glossary.asAt(edition.period.value.last).terms
      .filter { !used.contains($0.abbreviation) }.map { term in
        Finding(
          .g02, "'\(term.abbreviation)' is in the glossary, and not used in \(edition.id)",
          at: term.origin.location, subject: term.abbreviation)
      }
  }

  private func abbreviations(in shown: EditionTexts) -> Set<String> {
    var used: Set<String> = []
    let irregular = site.glossary.terms.map(\.abbreviation).filter { !CommonWords.isRegular($0) }
    for text in texts where shown.contains(text.passage) {
      for range in text.abbreviations { used.insert(text.passage.string(range)) }
      // What is not made of capitals is no abbreviation to the reader of words.
      for word in irregular where WordSearch.contains(word, in: text.passage.bytes) {
        used.insert(word)
      }
    }
    return used
  }

  private func misplaced() -> [Finding] {
    site.glossary.groups.flatMap { group in
      let name = group.name.lowercased()
      let isOfProjects = name.contains("project")
      let isOfBodies = name.contains("organisation") || name.contains("board")
      return group.terms.compactMap { term -> Finding? in
        let link: String
        if isOfProjects, !isOfBodies, term.project == nil, let body = term.organisation {
          link = "the organisation '\(body.value)'"
        } else if isOfBodies, !isOfProjects, term.organisation == nil, let project = term.project {
          link = "the project '\(project.value)'"
        } else {
          return nil
        }
        return Finding(
          .g05,
          "a term's group fits its link; '\(term.abbreviation)' is under \"\(group.name)\" and"
            + " links to \(link)",
          at: term.origin.location, subject: term.abbreviation)
      }
    }
  }
}

// MARK: - Expansions

extension GlossaryRules {
  private func twoExpansions() -> [Finding] {
    var first: [String: Glossary.Term] = [:]
    var findings: [Finding] = []
    for term in site.glossary.terms {
      guard let other = first[term.abbreviation] else {
        first[term.abbreviation] = term
        continue
      }
      guard other.full != term.full else { continue }
      findings.append(
        Finding(
          .g03,
          "an abbreviation has one expansion; '\(term.abbreviation)' is both \"\(other.full)\""
            + " and \"\(term.full)\"",
          at: term.origin.location, subject: term.abbreviation,
          notes: [
            Diagnostic.Note(message: "the other one is here", location: other.origin.location)
          ]))
    }
    return findings + expansionsInText(first)
  }

  private func expansionsInText(_ terms: [String: Glossary.Term]) -> [Finding] {
    texts.flatMap { text in
      text.abbreviations.compactMap { range -> Finding? in
        guard let term = terms[text.passage.string(range)],
          let expansion = InlineExpansion(of: range, in: text.passage),
          expansion.text.lowercased() != term.full.lowercased()
        else { return nil }
        return Finding(
          .g03,
          "an abbreviation has one expansion; '\(term.abbreviation)' is \"\(term.full)\" in the"
            + " glossary and \"\(expansion.text)\" here",
          at: text.passage.location(of: expansion.range), subject: term.abbreviation)
      }
    }
  }

  private func lateExpansions() -> [Finding] {
    let terms = site.glossary.terms
    return texts.flatMap { text -> [Finding] in
      var reported: Set<Int> = []
      return text.matches.compactMap { match -> Finding? in
        guard case .expansion(let index) = match.meaning, reported.insert(index).inserted,
          let use = text.abbreviations.first(where: {
            text.passage.string($0) == terms[index].abbreviation
          }), use.lowerBound < match.range.lowerBound
        else { return nil }
        return Finding(
          .g04, "'\(terms[index].abbreviation)' is used before it is spelt out",
          at: text.passage.location(of: use), subject: terms[index].abbreviation)
      }
    }
  }
}
