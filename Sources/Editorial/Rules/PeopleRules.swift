internal import Content
internal import Diagnostics

/// Who takes part, and how they are named.
struct PeopleRules {
  let site: Site
  let texts: [ReadPassage]

  func findings() -> [Finding] {
    roles() + withoutQuestion() + misspeltNames() + withheldNames() + neverReferredTo()
  }

  private func roles() -> [Finding] {
    site.projects.filter { $0.hasStatus(.active) }.flatMap { project in
      var findings: [Finding] = []
      let origin = project.header.origin
      if project.hasRead("sponsors"), people(project.sponsors).isEmpty {
        findings.append(
          Finding(
            .p01, "active project has no sponsor; name one in 'sponsors'",
            at: origin.location(ofKey: "sponsors"), subject: project.id.text))
      }
      if project.hasRead("analysts"), people(project.analysts).isEmpty {
        findings.append(
          Finding(
            .p02, "active project has no analysts; name them in 'analysts'",
            at: origin.location(ofKey: "analysts"), subject: project.id.text))
      }
      return findings
    }
  }

  /// Those who have not left by the newest edition.
  private func people(_ involvements: [Project.Involvement]) -> [Project.Involvement] {
    guard let month = site.latestEdition?.period.value.last else { return involvements }
    return involvements.filter { $0.to.map { $0.asAt(month) >= month } ?? true }
  }

  private func withoutQuestion() -> [Finding] {
    site.projects.filter { project in
      project.question == nil && project.aim == nil
        && ["title", "question", "aim"].allSatisfy(project.hasRead)
    }.map { project in
      Finding(
        .p03, "no question or aim; say in 'question' or 'aim' what the project is for",
        at: project.header.origin.location(ofKey: "title"), subject: project.id.text)
    }
  }

  private func misspeltNames() -> [Finding] {
    let names = NameComparison(people: Array(site.people))
    return texts.flatMap { text in
      names.misspellings(in: text).map { misspelling in
        Finding(
          .p04,
          "nobody in people.yaml is '\(misspelling.found)' (did you mean '\(misspelling.name)'?)",
          at: text.passage.location(of: misspelling.range), subject: misspelling.found)
      }
    }
  }

  private func withheldNames() -> [Finding] {
    texts.flatMap { text in
      text.matches.compactMap { match in
        guard case .person(let index) = match.meaning, !site.people[index].isPublished else {
          return nil
        }
        let person = site.people[index]
        return Finding(
          .p05, "\(person.id) is marked 'publish: false', so the name cannot stand in the text",
          at: text.passage.location(of: match.range), subject: person.id.text)
      }
    }
  }

  private func neverReferredTo() -> [Finding] {
    // What cannot be read may refer to anyone.
    guard site.unreadable.isEmpty else { return [] }
    let references = References(site: site, texts: texts)
    let people = site.people.filter { !references.people.contains($0.id) }.map { person in
      Finding(
        .p06, "\(person.name) is on the register, and nothing refers to them",
        at: person.origin.location(ofValue: "id"), subject: person.id.text)
    }
    let bodies = site.organisations.filter { !references.organisations.contains($0.id) }
    return people
      + bodies.map { body in
        Finding(
          .p06, "\(body.name) is on the register, and nothing refers to it",
          at: body.origin.location(ofValue: "id"), subject: body.id.text)
      }
  }
}
