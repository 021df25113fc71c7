internal import CommonMark
internal import Content
internal import Templates

/// A post and where it stands in the list of all posts.
struct ListedPost {
  let post: Post
  let position: Int
}

extension ModelTypes {
  /// A post's card; its text is the page's content.
  var postLayout: RecordLayout<ListedPost> {
    RecordLayout(
      post,
      [
        .init("id", .string, "The lasting name, which begins with the date.") {
          $1.text($0.post.id.text)
        },
        .init("title", .string, "The post's title.") { $1.text($0.post.title) },
        .init("url", .string, "The post's address.") { $1.address($0.post.permalink) },
        .init("date", .date, "The day it is dated.") { $1.date($0.post.date) },
        .init("summary", .string, "A sentence that makes sense on its own.") {
          $1.text($0.post.summary)
        },
        .init("authors", .list(.record(taxonomyTerm)), "Who wrote it.") { listed, layout in
          layout.terms(of: listed.post, in: .authors)
        },
        .init("tags", .list(.record(taxonomyTerm)), "What it is about.") { listed, layout in
          layout.terms(of: listed.post, in: .tags)
        },
        .init("projects", .list(.record(project)), "The projects it is about.") {
          listed, layout in
          layout.references(listed.post.projects.compactMap { layout.site.projects[$0.value] })
        },
        .init("external_url", .optional(.string), "Where it was first published.") {
          $1.text($0.post.externalURL?.value)
        },
        .init("image", .optional(.string), "The address of its picture.") { listed, layout in
          layout.text(layout.imageAddress(of: listed.post))
        },
        .init("image_alt", .optional(.string), "What the picture shows.") {
          $1.text($0.post.imageAlt)
        },
        .init("reading_minutes", .int, "Minutes to read it, at least 1.") { listed, _ in
          .int(listed.post.body.readingMinutes)
        },
        .init("newer", .optional(.record(post)), "The post after it.") { listed, layout in
          layout.post(at: listed.position - 1)
        },
        .init("older", .optional(.record(post)), "The post before it.") { listed, layout in
          layout.post(at: listed.position + 1)
        },
      ])
  }

  var taxonomyTermLayout: RecordLayout<TaxonomyTerm> {
    RecordLayout(
      taxonomyTerm,
      [
        .init("name", .string, "The term as printed.") { $1.text($0.name) },
        .init("url", .string, "The address of its list of posts.") { $1.address($0.permalink) },
        .init("count", .int, "How many posts it has.") { term, _ in .int(term.posts.count) },
      ])
  }
}
