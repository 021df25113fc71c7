extension MarkdownTree {
  /// Parses a Markdown text; what is wrong in it is in `diagnostics`.
  package init(parsing source: MarkdownSource, options: MarkdownOptions = MarkdownOptions()) {
    self.init(source: source, options: options)
    let body = source.bodyStart..<source.bytes.count
    let scan = SourceScan(source: source.bytes, body: body)
    let input = ParserInput(source: source.bytes, body: body)
    let lines = LineTable(lineStarts: scan.lineStarts, input: input)
    let parser = CMarkParser(
      parsing: input, maximumDepth: MarkdownLimits.nesting, smart: options.dialect == .gazette)
    nodes = parser.nodes
    pool = parser.pool
    var resolver = SpanResolver(input: input, lines: lines)
    resolver.resolve(parser.blocks, in: &self)
    if parser.isTooDeep {
      diagnostics.append(
        MarkdownMessage.tooDeep(
          limit: MarkdownLimits.nesting, at: location(Extent(body.lowerBound, body.lowerBound))))
    }
  }
}
