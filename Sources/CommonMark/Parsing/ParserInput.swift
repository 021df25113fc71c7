/// What libcmark is fed: the body, with some lines written differently, after a prelude.
///
/// The prelude holds what must be parsed together with the body, so that link references hold in
/// it, yet apart from its blocks: the cells of tables, the labels of directives, the addresses of
/// footnotes. Every difference is known by line, so that places lead back to the source. Beside
/// that, long runs of plain words are left out and put back later; those change no block.
struct ParserInput: Sendable {
  /// The whole file, valid UTF-8 without zero bytes.
  let source: [UInt8]
  let body: Range<Int>
  let quiet: QuietRuns
  /// Lines before the body, each with its end.
  private(set) var prelude: [UInt8] = []
  private(set) var preludeLineCount = 0
  /// The pieces that stand in the prelude, in order.
  private(set) var entries: [PreludeEntry] = []
  /// In order of place, not overlapping.
  private(set) var edits: [LineEdit] = []

  /// A part of a line, or a new line, that libcmark sees differently.
  struct LineEdit: Sendable {
    /// What is replaced; empty where a line is put in.
    let range: Range<Int>
    let replacement: [UInt8]
    /// Whether the replacement is a line of its own, before the line it stands at.
    var isInsertedLine = false
  }

  init(source: [UInt8], body: Range<Int>, quiet: QuietRuns) {
    self.source = source
    self.body = body
    self.quiet = quiet
  }

  /// Adds an edit after all others.
  ///
  /// An edit that begins before the last one's end is left out, since one line has one edit.
  mutating func add(_ edit: LineEdit) {
    if let last = edits.last, edit.range.lowerBound < last.range.upperBound { return }
    edits.append(edit)
  }

  /// Adds edits that may stand before others; those inside another are left out.
  mutating func merge(_ more: [LineEdit]) {
    if edits.isEmpty {
      edits = more
      return
    }
    let others = edits
    edits = []
    edits.reserveCapacity(others.count + more.count)
    var next = 0
    for edit in more {
      while next < others.count, others[next].range.lowerBound <= edit.range.lowerBound {
        add(others[next])
        next += 1
      }
      add(edit)
    }
    for edit in others[next...] { add(edit) }
  }

  /// Makes room for about `capacity` bytes in the prelude.
  mutating func reservePrelude(_ capacity: Int) {
    prelude.reserveCapacity(capacity)
    entries.reserveCapacity(capacity / 32)
  }

  /// Adds a piece of the source to the prelude and returns its number there.
  mutating func addToPrelude(_ entry: PreludeEntry) -> Int {
    prelude.append("# ")
    entry.forEachRun(in: source) { prelude.append(contentsOf: source[$0]) }
    prelude.append(" #\n")
    preludeLineCount += 1
    entries.append(entry)
    return entries.count - 1
  }

  /// Adds a link definition to the prelude, where it comes before any of the author's.
  mutating func addToPrelude(label: ArraySlice<UInt8>, destination: String) {
    prelude.append(UInt8(ascii: "["))
    prelude.append(contentsOf: label)
    prelude.append(contentsOf: "]: \(destination)\n".utf8)
    preludeLineCount += 1
  }

  /// Ends the prelude, so that nothing in it goes on in the body.
  ///
  /// A second byte order mark is text, but libcmark would drop it at the start of all.
  mutating func endPrelude() {
    guard preludeLineCount > 0 || source[body].starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    prelude.append(UInt8(ascii: "\n"))
    preludeLineCount += 1
  }

  /// Returns what libcmark is fed.
  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(prelude.count + body.count + 64)
    bytes.append(contentsOf: prelude)
    var position = body.lowerBound
    var run = 0
    for edit in edits {
      append(position..<edit.range.lowerBound, nextRun: &run, to: &bytes)
      bytes.append(contentsOf: edit.replacement)
      position = edit.range.upperBound
    }
    append(position..<body.upperBound, nextRun: &run, to: &bytes)
    return bytes
  }

  /// Adds a part of the source without the quiet runs that stand in it from end to end.
  private func append(_ part: Range<Int>, nextRun: inout Int, to bytes: inout [UInt8]) {
    var position = part.lowerBound
    while nextRun < quiet.ranges.count, quiet.ranges[nextRun].start < part.upperBound {
      let run = quiet.ranges[nextRun]
      if run.start >= position, run.end <= part.upperBound {
        bytes.append(contentsOf: source[position..<run.start])
        QuietMark.append(nextRun, to: &bytes)
        position = run.end
      }
      nextRun += 1
    }
    bytes.append(contentsOf: source[position..<part.upperBound])
  }
}
