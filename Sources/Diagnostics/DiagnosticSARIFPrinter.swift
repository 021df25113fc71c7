/// Prints findings as a log in the Static Analysis Results Interchange Format 2.1.0.
public struct DiagnosticSARIFPrinter {
  private let sources: [String: SourceFile]
  private let tool: Tool

  /// The program that found them, with what it says of its rules.
  public struct Tool: Sendable {
    /// The program's name as it stands in the log.
    public let name: String
    /// The program's version, without its name.
    public let version: String
    /// One sentence for each rule that has one, by id.
    public let summaries: [String: String]

    /// Makes a description of a program; rules without a summary are named by their id alone.
    public init(name: String, version: String, summaries: [String: String]) {
      self.name = name
      self.version = version
      self.summaries = summaries
    }
  }

  /// Takes the sources that findings may point into; a place in any other names the file alone.
  public init(sources: [String: SourceFile], tool: Tool) {
    self.sources = sources
    self.tool = tool
  }

  /// Returns one log with one run.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    let rules = Set(diagnostics.map(\.rule)).sorted()
    let indexes = Dictionary(
      rules.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let run = JSONLine.object { run in
      run.raw("tool", JSONLine.object { $0.raw("driver", driver(rules)) })
      run.member("columnKind", "unicodeCodePoints")
      run.raw(
        "results", JSONLine.array(diagnostics.map { result($0, index: indexes[$0.rule]) }))
    }
    return JSONLine.object { log in
      log.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      log.member("version", "2.1.0")
      log.raw("runs", JSONLine.array([run]))
    } + "\n"
  }

  private func driver(_ rules: [String]) -> String {
    JSONLine.object { driver in
      driver.member("name", tool.name)
      driver.member("version", tool.version)
      driver.raw("rules", JSONLine.array(rules.map(descriptor)))
    }
  }

  private func descriptor(_ rule: String) -> String {
    JSONLine.object { descriptor in
      descriptor.member("id", rule)
      if let summary = tool.summaries[rule] {
        descriptor.raw("shortDescription", Self.text(summary))
      }
    }
  }

  private func result(_ diagnostic: Diagnostic, index: Int?) -> String {
    JSONLine.object { result in
      result.member("ruleId", diagnostic.rule)
      result.member("ruleIndex", index)
      result.member("level", Self.level(diagnostic.severity))
      result.raw("message", Self.text(diagnostic.message))
      if let location = diagnostic.location {
        result.raw("locations", JSONLine.array([self.location(location, message: nil)]))
      }
      let related = Self.unique(
        diagnostic.notes.compactMap { note in
          note.location.map { self.location($0, message: note.message) }
        })
      if !related.isEmpty { result.raw("relatedLocations", JSONLine.array(related)) }
      let fixes = Self.unique(diagnostic.fixIts.compactMap(fix))
      if !fixes.isEmpty { result.raw("fixes", JSONLine.array(fixes)) }
      if let subject = diagnostic.subject {
        result.raw("properties", JSONLine.object { $0.member("subject", subject) })
      }
    }
  }

  private func location(_ location: SourceLocation, message: String?) -> String {
    JSONLine.object { line in
      line.raw(
        "physicalLocation",
        JSONLine.object { physical in
          physical.raw("artifactLocation", Self.artifact(location.file))
          if let region = region(location) { physical.raw("region", region) }
        })
      if let message { line.raw("message", Self.text(message)) }
    }
  }

  /// The elements of an array in which the schema allows none twice.
  private static func unique(_ elements: [String]) -> [String] {
    elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A change as SARIF has it; `nil` if its file is not at hand.
  private func fix(_ fixIt: Diagnostic.FixIt) -> String? {
    region(fixIt.location).map { region in
      let replacement = JSONLine.object { replacement in
        replacement.raw("deletedRegion", region)
        replacement.raw("insertedContent", Self.text(fixIt.replacement))
      }
      let change = JSONLine.object { change in
        change.raw("artifactLocation", Self.artifact(fixIt.location.file))
        change.raw("replacements", JSONLine.array([replacement]))
      }
      return JSONLine.object { fix in
        fix.raw("description", Self.text(fixIt.message))
        fix.raw("artifactChanges", JSONLine.array([change]))
      }
    }
  }

  private static func artifact(_ file: String) -> String {
    JSONLine.object { $0.member("uri", uri(file)) }
  }

  private func region(_ location: SourceLocation) -> String? {
    sources[location.file].map { source in
      let start = source.position(at: location.span.lowerBound)
      let end = source.position(at: location.span.upperBound)
      return JSONLine.object { region in
        region.member("startLine", start.line)
        region.member("startColumn", start.column)
        region.member("endLine", end.line)
        region.member("endColumn", end.column)
      }
    }
  }

  private static func text(_ text: String) -> String {
    JSONLine.object { $0.member("text", text) }
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// A file's name as a relative reference; everything that is no plain letter is written in code.
  private static func uri(_ file: String) -> String {
    var uri = ""
    for byte in file.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
