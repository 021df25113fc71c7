internal import CommonMark
internal import Content
internal import Diagnostics

/// What readers who cannot see a page, or not well, depend on.
struct AccessRules {
  let site: Site
  let bodies: [SiteBody]

  func findings() -> [Finding] {
    bodies.flatMap { images($0) + headings($0) + tables($0) + documents($0) }
      + site.posts.flatMap(cardImage) + site.projects.flatMap(publications)
  }

  private func images(_ body: SiteBody) -> [Finding] {
    body.document.images.compactMap { image in
      guard !image.isDecorative,
        let problem = Self.problem(image.alternative, of: image.destination)
      else { return nil }
      return Finding(
        .a01, problem + "; say what it shows, or add '{decorative}'",
        at: body.origin.location(image.span), subject: body.subject)
    }
  }

  private func cardImage(_ post: Post) -> [Finding] {
    guard let image = post.image, let problem = Self.problem(post.imageAlt ?? "", of: image.value)
    else { return [] }
    return [
      Finding(
        .a01, problem + "; say in 'image-alt' what it shows",
        at: post.header.origin.location(image.span), subject: post.id.text)
    ]
  }

  private static let placeholders: Set<String> = [
    "alt", "alt text", "image", "picture", "photo", "chart", "graph", "figure", "screenshot",
    "todo",
    "tbc", "tbd", "xxx",
  ]

  private static func problem(_ alternative: String, of destination: String) -> String? {
    let words = alternative.lowercased()
    if words.allSatisfy(\.isWhitespace) { return "image '\(destination)' has no alternative text" }
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]
    if endings.contains(where: words.hasSuffix) {
      return "the alternative text '\(alternative)' is the name of a file"
    }
    if placeholders.contains(words) {
      return "the alternative text '\(alternative)' says nothing of the image"
    }
    return nil
  }

  private func headings(_ body: SiteBody) -> [Finding] {
    let offset = body.document.text?.headingOffset ?? 0
    var previous = 1
    var isFirst = true
    return body.document.headings.compactMap { heading in
      let level = heading.level - offset
      defer {
        previous = level
        isFirst = false
      }
      let problem: String
      if level == 1 {
        problem = "a body has no heading of level 1, which is the page's title; use '##'"
      } else if level > previous + 1 {
        let before = isFirst ? "the page's title" : "the one before"
        problem =
          "headings skip no level; this one is of level \(level), \(before) of level \(previous)"
      } else {
        return nil
      }
      return Finding(
        .a02, problem, at: body.origin.location(heading.span), subject: body.subject)
    }
  }

  private func tables(_ body: SiteBody) -> [Finding] {
    (body.document.text?.headlessTables ?? []).map { span in
      Finding(
        .a03, "a table has a header row; name the columns of this one",
        at: body.origin.location(span), subject: body.subject)
    }
  }

  private func documents(_ body: SiteBody) -> [Finding] {
    body.document.links.compactMap { link in
      document(link.destination, at: body.origin.location(link.span), subject: body.subject)
    }
  }

  private func publications(_ project: Project) -> [Finding] {
    project.publications.compactMap { publication in
      document(
        publication.link.value, at: project.header.origin.location(publication.link.span),
        subject: project.id.text)
    }
  }

  private func document(
    _ address: String, at location: SourceLocation, subject: String
  ) -> Finding? {
    guard let kind = WebAddress(address).documentKind else { return nil }
    return Finding(
      .a04,
      "a link to \(kind) that not everyone can read; publish what it says as a page, or waive"
        + " this with the page that does",
      at: location, subject: subject)
  }
}
