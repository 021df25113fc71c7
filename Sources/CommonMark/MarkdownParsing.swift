extension MarkdownTree {
  /// Parses a Markdown text; what is wrong in it is in `diagnostics`.
  package init(parsing source: MarkdownSource, options: MarkdownOptions = MarkdownOptions()) {
    let invalid = EncodingRepair.firstInvalidOffset(in: source.bytes, from: source.bodyStart)
    let source =
      invalid == nil
      ? source
      : MarkdownSource(
        file: source.file, bytes: EncodingRepair.repaired(source.bytes, from: source.bodyStart),
        bodyStart: source.bodyStart)
    let hasMark = source.bytes[source.bodyStart...].starts(with: [0xEF, 0xBB, 0xBF])
    let body = source.bodyStart + (hasMark ? 3 : 0)..<source.bytes.count
    let scan = SourceScan(source: source.bytes, body: body, dialect: options.dialect)
    var corrections = InputPlan.Corrections()
    var attempt = 1
    while true {
      let plan = InputPlan(
        source: source.bytes, body: body, scan: scan, corrections: corrections)
      self.init(source: source, options: options)
      let entries = parse(plan.input, scan: scan)
      let found = PlanReview(tree: self, plan: plan, scan: scan).corrections()
      // Most texts are planned rightly at once; a third tree is as good as it gets.
      if found.isEmpty || attempt == 3 {
        if options.dialect != .commonMark { extend(plan: plan, scan: scan, entries: entries) }
        break
      }
      corrections.merge(found)
      attempt += 1
    }
    if let bracket = scan.excessBrackets.first {
      findings.add(MarkdownMessage.excessBrackets(at: location(Extent(bracket, bracket + 1))))
    }
    if let invalid {
      findings.add(
        MarkdownMessage.invalidEncoding(at: location(Extent(invalid, invalid + 1))))
    }
  }

  /// Parses the planned input and gives all nodes their spans; returns the prelude's headings.
  private mutating func parse(_ input: ParserInput, scan: SourceScan) -> [Int32] {
    let lines = LineTable(lineStarts: scan.lineStarts, input: input)
    var parser = CMarkParser(
      parsing: input, maximumDepth: MarkdownLimits.nesting, smart: options.dialect == .gazette)
    // Handed over rather than copied: what two own is copied when one changes it.
    swap(&nodes, &parser.nodes)
    swap(&pool, &parser.pool)
    var resolver = SpanResolver(input: input, lines: lines)
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
    return entries
  }

  /// Runs the passes of the dialect, blocks first, then what stands in them.
  private mutating func extend(plan: InputPlan, scan: SourceScan, entries: [Int32]) {
    CodeRestorer(plan: plan).apply(to: &self)
    TablePass(plan: plan, scan: scan, entries: entries).apply(to: &self)
    if options.dialect == .gazette { DirectivePass(plan: plan, entries: entries).apply(to: &self) }
    FootnotePass(plan: plan).apply(to: &self)
    BlockDetailsPass().apply(to: &self)
    let blocks = blocksInOrder()
    let isGazette = options.dialect == .gazette
    for holder in inlineHolders(among: blocks) {
      let contents = inlineSummary(of: holder)
      if isGazette, contents.mayHaveDirectives || contents.hasLinks {
        TextDirectivePass().apply(to: holder, in: &self)
      }
      if contents.hasTildes { StrikethroughPass().apply(to: holder, in: &self) }
      if contents.mayHaveAddresses { AutolinkPass().apply(to: holder, in: &self) }
      if isGazette, contents.hasLinks { FigurePass().apply(to: holder, in: &self) }
    }
    if isGazette { HeadingIDPass().apply(to: blocks, in: &self) }
  }
}

extension InputPlan.Corrections {
  mutating func merge(_ other: Self) {
    rejected.formUnion(other.rejected)
    headStarts.merge(other.headStarts) { $1 }
    partings.merge(other.partings) { $1 }
  }
}
