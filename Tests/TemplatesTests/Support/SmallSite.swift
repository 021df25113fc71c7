import Diagnostics
import Templates

/// A model of two record types that refer to each other, with one post and its author.
struct SmallSite {
  var schema = Schema()
  let author: RecordTypeID
  let post: RecordTypeID
  let globals: [GlobalVariable]
  let store: DataStore
  let firstPost: Value
  let posts: Value

  /// The fields that can be given another value.
  static let changeableFields = [
    ("author", "name"), ("post", "title"), ("post", "date"), ("post", "month"), ("post", "author"),
    ("post", "words"), ("post", "score"), ("post", "body"), ("post", "span"),
  ].map { AccessSet.Field(record: $0, field: $1) }

  /// Makes the site, with one field of every record changed if asked for.
  init(changing changed: AccessSet.Field? = nil) {
    let isChanged = { (record: String, field: String) in
      changed == AccessSet.Field(record: record, field: field)
    }
    author = schema.declare("author", summary: "Someone who writes.")
    post = schema.declare("post", summary: "A post.")
    schema.define(
      author,
      fields: [
        .init("name", .string, "The name."), .init("posts", .list(.record(post)), "All posts."),
      ])
    schema.define(
      post,
      fields: [
        .init("title", .string), .init("date", .date), .init("month", .month),
        .init("body", .html), .init("author", .optional(.record(author))),
        .init("span", .period), .init("words", .int), .init("score", .float),
      ])
    globals = [
      GlobalVariable("post", .record(post)), GlobalVariable("posts", .list(.record(post))),
      GlobalVariable("note", .optional(.string)),
    ]
    var builder = DataBuilder(schema: schema, target: .site)
    let ada = builder.reserve(author)
    firstPost = builder.record(
      post,
      [
        builder.string(isChanged("post", "title") ? "Changed" : "Tom & Ada"),
        .date(isChanged("post", "date") ? "2025-03-10" : "2025-03-09"),
        .month(isChanged("post", "month") ? "2025-04" : "2025-03"),
        builder.html(isChanged("post", "body") ? "<b></b>" : "<p>Hi</p>"),
        isChanged("post", "author") ? .none : ada.value,
        .period(from: isChanged("post", "span") ? "2024-01" : "2024-11", to: "2025-02"),
        .int(isChanged("post", "words") ? -5 : 1200),
        .float(isChanged("post", "score") ? 9 : 0.5),
      ])
    let second = builder.record(
      post,
      [
        builder.string("Alone"), .date("1969-12-31"),
        .month("1969-12"), builder.html(""), .none,
        .period(from: "2024-01", to: "2024-01"), .int(0), .float(2),
      ])
    posts = builder.list([firstPost, second])
    builder.fill(
      ada, [builder.string(isChanged("author", "name") ? "Changed" : "Ada"), posts])
    store = builder.finish()
  }

  func compiler(_ templates: [String: String], host: [HostFunction] = []) -> Compiler {
    Compiler(templates: TemplateSet(Self.sources(templates)), schema: schema, host: host)
  }

  static func sources(_ templates: [String: String]) -> [TemplateSource] {
    templates.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The page of `main.html`, or the messages without their source lines.
  func render(
    _ templates: [String: String], host: [HostFunction] = [], note: String? = nil
  ) -> String {
    let result = compiler(templates, host: host).compile(entry: "main.html", globals: globals)
    guard let program = result.program else { return messages(result.diagnostics) }
    var page = DataBuilder(schema: schema, target: .page)
    let note = note.map { page.string($0) } ?? .none
    var renderer = Renderer()
    var output = OutputBuffer()
    do throws(RenderError) {
      let warnings = try renderer.render(
        program, globals: [firstPost, posts, note], site: store, page: page.finish(),
        into: &output)
      return output.withBytes { String(decoding: $0, as: UTF8.self) } + messages(warnings)
    } catch {
      return messages([error.diagnostic])
    }
  }

  func render(_ main: String, host: [HostFunction] = [], note: String? = nil) -> String {
    render(["main.html": main], host: host, note: note)
  }

  func messages(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.severity.rawValue): \($0.message)" }.joined(separator: "\n")
  }
}
