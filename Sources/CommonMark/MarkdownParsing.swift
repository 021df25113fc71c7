extension MarkdownTree {
  /// Parses a Markdown text; what is wrong in it is in `diagnostics`.
  public init(parsing source: MarkdownSource, options: MarkdownOptions = MarkdownOptions()) {
    let invalid = EncodingRepair.firstInvalidOffset(in: source.bytes, from: source.bodyStart)
    let source =
      invalid == nil
      ? source
      : MarkdownSource(
        file: source.file, bytes: EncodingRepair.repaired(source.bytes, from: source.bodyStart),
        bodyStart: source.bodyStart)
    let hasMark = source.bytes[source.bodyStart...].starts(with: [0xEF, 0xBB, 0xBF])
    let bodyStart = source.bodyStart + (hasMark ? 3 : 0)
    let body = bodyStart..<Self.endOfBody(from: bodyStart, in: source.bytes)
    let scan = SourceScan(source: source.bytes, body: body, options: options)
    var corrections = InputPlan.Corrections()
    var attempt = 1
    while true {
      let plan = InputPlan(
        source: source.bytes, body: body, scan: scan, corrections: corrections)
      self.init(source: source, options: options)
      let parsed = parse(plan, scan: scan)
      let found = PlanReview.corrections(of: plan, scan: scan, by: self)
      // Most texts are planned rightly at once; a third tree is as good as it gets.
      if found.isEmpty || attempt == 3 {
        if options.dialect != .commonMark { extend(plan: plan, scan: scan, parsed: parsed) }
        break
      }
      corrections.merge(found)
      attempt += 1
      corrections.isLast = attempt == 3
    }
    if let bracket = scan.excessBrackets.first {
      findings.add(MarkdownMessage.excessBrackets(at: location(Extent(bracket, bracket + 1))))
    }
    if body.upperBound < source.bytes.count {
      findings.add(
        MarkdownMessage.tooLong(
          limit: MarkdownLimits.size,
          at: location(Extent(body.upperBound, body.upperBound))))
    }
    if let invalid {
      findings.add(
        MarkdownMessage.invalidEncoding(at: location(Extent(invalid, invalid + 1))))
    }
  }

  /// Returns where the body ends: with the file, or with the last line of what is not too long.
  private static func endOfBody(from start: Int, in bytes: [UInt8]) -> Int {
    guard bytes.count - start > MarkdownLimits.size else { return max(start, bytes.count) }
    let limit = start + MarkdownLimits.size
    return bytes[start..<limit].lastIndex(of: 0x0A).map { $0 + 1 } ?? limit
  }

  /// What a parse leaves beside the tree.
  private struct Parsed {
    /// The headings of the prelude.
    let entries: [Int32]
    let footnoteReferences: [Int32]
    let lines: LineTable
  }

  /// Parses the planned input and gives all nodes their spans.
  private mutating func parse(_ plan: InputPlan, scan: SourceScan) -> Parsed {
    let input = plan.input
    let lines = LineTable(lineStarts: scan.lineStarts, input: input)
    var parser = CMarkParser(
      parsing: input, maximumDepth: MarkdownLimits.nesting, smart: options.dialect == .gazette)
    // Handed over rather than copied: what two own is copied when one changes it.
    swap(&nodes, &parser.nodes)
    swap(&pool, &parser.pool)
    var resolver = SpanResolver(plan: plan, scan: scan, lines: lines)
    resolver.resolve(parser.blocks, in: &self)
    if parser.isTooDeep {
      findings.add(
        MarkdownMessage.tooDeep(
          limit: MarkdownLimits.nesting,
          at: location(Extent(input.body.lowerBound, input.body.lowerBound))))
    }
    let entries = resolver.preludeHeadings
    if let last = entries.last {
      self[0].firstChild = self[last].nextSibling
      self[last].nextSibling = Node.none
    }
    return Parsed(
      entries: entries, footnoteReferences: parser.footnoteReferences, lines: lines)
  }

  /// Runs the passes of the dialect, blocks first, then what stands in them.
  private mutating func extend(plan: InputPlan, scan: SourceScan, parsed: Parsed) {
    let entries = parsed.entries
    CodeRestorer(edits: plan.input.edits, lines: parsed.lines).apply(to: &self)
    TablePass(plan: plan, scan: scan, entries: entries).apply(to: &self)
    if options.dialect == .gazette { DirectivePass(plan: plan, entries: entries).apply(to: &self) }
    if options.dialect == .gazette { TableCaptionPass().apply(to: &self) }
    FootnotePass(plan: plan, references: parsed.footnoteReferences).apply(to: &self)
    BlockDetailsPass().apply(to: &self)
    let blocks = blocksInOrder()
    let isGazette = options.dialect == .gazette
    for holder in inlineHolders(among: blocks) {
      let contents = inlineSummary(of: holder)
      if isGazette, contents.mayHaveDirectives || contents.hasLinks {
        TextDirectivePass(readsDirectives: options.readsTextDirectives)
          .apply(to: holder, in: &self)
      }
      if contents.hasTildes { StrikethroughPass().apply(to: holder, in: &self) }
      if contents.mayHaveAddresses { AutolinkPass().apply(to: holder, in: &self) }
      if isGazette, contents.mayLackFootnotes {
        MissingFootnotePass().apply(to: holder, in: &self)
      }
      if isGazette, contents.hasLinks { FigurePass().apply(to: holder, in: &self) }
    }
    if isGazette { HeadingIDPass().apply(to: blocks, in: &self) }
  }
}
