internal import CommonMark
internal import Content
internal import Diagnostics

/// How words, dates and links are written.
struct TextRules {
  let site: Site
  let texts: [ReadPassage]
  let bodies: [SiteBody]

  func findings() -> [Finding] {
    texts.flatMap { houseStyle($0) + dateForms($0) } + bodies.flatMap(vagueLinks)
  }

  private func houseStyle(_ text: ReadPassage) -> [Finding] {
    text.matches.compactMap { match in
      guard case .variant(let list, _) = match.meaning,
        let preferred = site.settings.houseStyle[list].first,
        !isInsidePreferred(match, of: list, in: text)
      else { return nil }
      let found = text.passage.string(match.range)
      let location = text.passage.location(of: match.range)
      let isCertain = isCertain(preferred, at: match.range, in: text.passage)
      return Finding(
        .t01, "house style is \"\(preferred)\", not \"\(found)\"", at: location, subject: found,
        fixIts: isCertain
          ? [
            Diagnostic.FixIt(
              message: "write \"\(preferred)\"", location: location, replacement: preferred)
          ] : [])
    }
  }

  private func isInsidePreferred(_ match: PhraseMatch, of list: Int, in text: ReadPassage) -> Bool {
    text.matches(around: match.range).contains { other in
      other.meaning == .preferred(list: list) && other.range.lowerBound <= match.range.lowerBound
        && other.range.upperBound >= match.range.upperBound
    }
  }

  /// Whether the spelling can be put in the place of the other without meaning anything else there.
  private func isCertain(_ spelling: String, at range: Range<Int>, in passage: Passage) -> Bool {
    let marks = passage.isBody ? "\\`*_[]<>{}|" : "\\\"':#&*!|>%@`[]{},"
    return (passage.isBody || passage.isVerbatim(range))
      && !spelling.contains { marks.contains($0) }
  }

  private func vagueLinks(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      guard link.text.utf8.count <= 16 || link.text.hasPrefix("http") || link.text.hasPrefix("www.")
      else { return nil }
      let isAddress = ["http://", "https://", "www."].contains { link.text.hasPrefix($0) }
      guard isAddress || Self.isVague(link.text) else { return nil }
      return Finding(
        .t03, "the words of a link make sense alone; '\(link.text)' does not say what it leads to",
        at: body.origin.location(link.span), subject: body.subject)
    }
  }

  /// Whether the words of a link say nothing of what it leads to.
  static func isVague(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return vagueTexts.contains(words.joined(separator: " "))
  }

  static let vagueTexts: Set<String> = [
    "click here", "here", "click", "link", "this link", "this page", "more", "read more",
    "find out more", "see more", "this",
  ]
}

// MARK: - Dates

extension TextRules {
  private func dateForms(_ text: ReadPassage) -> [Finding] {
    let months = text.matches.filter { if case .month = $0.meaning { true } else { false } }
    var reported: Set<Int> = []
    var findings: [Finding] = []
    for (index, month) in months.enumerated() {
      let next = index + 1 < months.count ? months[index + 1] : nil
      if let next, isDashed(from: month.range.upperBound, to: next.range.lowerBound, in: text) {
        findings.append(
          finding(
            month.range.lowerBound..<next.range.upperBound, in: text,
            "a range of months is written with \"to\", such as \"July to September\""))
        reported.insert(next.range.lowerBound)
      } else if !reported.contains(month.range.lowerBound),
        let problem = problem(of: month, in: text)
      {
        findings.append(finding(problem.range, in: text, problem.message))
      }
    }
    return findings + numericDates(text)
  }

  private func finding(_ range: Range<Int>, in text: ReadPassage, _ message: String) -> Finding {
    Finding(
      .t02, "\(message), not \"\(text.passage.string(range))\"",
      at: text.passage.location(of: range), subject: text.passage.subject)
  }

  /// Whether only a year, spaces and one dash stand between two months.
  private func isDashed(from start: Int, to end: Int, in text: ReadPassage) -> Bool {
    guard end - start <= 12, start < end else { return false }
    let between = text.passage.string(start..<end)
    let dashes = between.count { "-–—".contains($0) }
    return dashes == 1 && between.allSatisfy { "-–— ".contains($0) || $0.isNumber }
  }

  private func problem(
    of month: PhraseMatch, in text: ReadPassage
  ) -> (range: Range<Int>, message: String)? {
    let bytes = text.passage.bytes
    let space = UInt8(ascii: " ")
    let start = month.range.lowerBound
    let end = month.range.upperBound
    let before = start > 0 && bytes[start - 1] == space ? text.number(endingAt: start - 1) : nil
    let after = end < bytes.count && bytes[end] == space ? text.number(beginningAt: end + 1) : nil
    let range =
      (before?.lowerBound ?? month.range.lowerBound)..<(after?.upperBound ?? month.range.upperBound)
    if [before, after].contains(where: { $0.map { isOrdinal($0, in: text) } ?? false }) {
      return (range, "a date is written \"1 September 2021\"")
    }
    guard case .month(.short) = month.meaning, before ?? after != nil else { return nil }
    return (range, "the month of a date is written out, as in \"1 September 2021\"")
  }

  private func isOrdinal(_ number: Range<Int>, in text: ReadPassage) -> Bool {
    let word = text.passage.string(number)
    return ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
      && word.dropLast(2).utf8.allSatisfy(WordBytes.isDigit)
  }

  private func numericDates(_ text: ReadPassage) -> [Finding] {
    let slash = UInt8(ascii: "/")
    return zip(text.numbers, zip(text.numbers.dropFirst(), text.numbers.dropFirst(2))).compactMap {
      day, rest in
      let (month, year) = rest
      guard day.upperBound + 1 == month.lowerBound, month.upperBound + 1 == year.lowerBound,
        text.passage.bytes[day.upperBound] == slash, text.passage.bytes[month.upperBound] == slash,
        day.count <= 2, month.count <= 2, year.count == 4 || year.count == 2
      else { return nil }
      return finding(
        day.lowerBound..<year.upperBound, in: text,
        "a date is written \"1 September 2021\"")
    }
  }
}
