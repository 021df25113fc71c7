/// Why the parser gave up on a tag; the tag is skipped and parsing goes on after it.
struct ParseFailure: Error {
  let message: String
  let span: Range<Int>
}
