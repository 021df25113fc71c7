extension Sequence where Element == Diagnostic {
  /// The files that findings, their notes and their fixes point into, by name.
  public func sources(from file: (String) -> SourceFile?) -> [String: SourceFile] {
    var sources: [String: SourceFile] = [:]
    for diagnostic in self {
      let locations =
        [diagnostic.location] + diagnostic.notes.map(\.location)
        + diagnostic.fixIts.map(\.location)
      for name in locations.compactMap({ $0?.file }) where sources[name] == nil {
        sources[name] = file(name)
      }
    }
    return sources
  }
}
