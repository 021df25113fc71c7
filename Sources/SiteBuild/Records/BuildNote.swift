internal import Content
internal import Diagnostics
internal import Fingerprints
internal import Packing

/// What a build's record says besides its tasks: when the site next changes by itself, and what
/// was found wrong.
struct BuildNote: Sendable {
  /// The instant of the build, in seconds since 1970.
  let instant: Int
  /// The next instant at which something appears, goes or is late by itself; `nil` if nothing is.
  let nextChange: Int?
  /// The name of the zone that days are counted in.
  let zone: String
  let nextDue: NextDueFile
  /// In the order they were told.
  let diagnostics: [Diagnostic]
  /// The fingerprint of the `SiteMemory` that was kept with the record.
  let memory: Fingerprint

  /// Whether a build at another instant would see the same.
  func holds(at instant: BuildInstant) -> Bool {
    guard let zone = SiteZone(name: zone), let seconds = instant.seconds(in: zone) else {
      return false
    }
    return seconds >= self.instant && seconds < nextChange ?? .max
  }

  init(
    instant: Int, nextChange: Int?, zone: String, nextDue: NextDueFile,
    diagnostics: [Diagnostic], memory: Fingerprint = Fingerprint(number: 0)
  ) {
    self.instant = instant
    self.nextChange = nextChange
    self.zone = zone
    self.nextDue = nextDue
    self.diagnostics = diagnostics
    self.memory = memory
  }

  /// The note of a build that found something more and changed nothing else that is noted.
  func adding(_ found: [Diagnostic]) -> BuildNote {
    BuildNote(
      instant: instant, nextChange: nextChange, zone: zone, nextDue: nextDue,
      diagnostics: diagnostics + found, memory: memory)
  }

  /// The same note of a run that left another memory.
  func remembering(_ memory: Fingerprint) -> BuildNote {
    BuildNote(
      instant: instant, nextChange: nextChange, zone: zone, nextDue: nextDue,
      diagnostics: diagnostics, memory: memory)
  }

  func packed() -> [UInt8] {
    var packer = Packer()
    packer.add(UInt64(bitPattern: Int64(instant)))
    packer.add(nextChange != nil)
    packer.add(UInt64(bitPattern: Int64(nextChange ?? 0)))
    packer.add(zone)
    packer.add(bytes: nextDue.encoded())
    packer.add(nextDue.line())
    packer.add(diagnostics) { $1.pack(into: &$0) }
    packer.add(memory.number)
    return packer.bytes
  }

  init?(unpacking bytes: [UInt8]) {
    var unpacker = Unpacker(bytes)
    instant = Int(Int64(bitPattern: unpacker.word()))
    let hasNext = unpacker.flag()
    let next = Int(Int64(bitPattern: unpacker.word()))
    nextChange = hasNext ? next : nil
    zone = unpacker.text()
    nextDue = NextDueFile(encoded: unpacker.byteRun(), line: unpacker.optionalText())
    diagnostics = unpacker.list { Diagnostic(unpacking: &$0) }
    memory = Fingerprint(number: unpacker.word())
    if unpacker.isDamaged || !unpacker.isAtEnd { return nil }
  }
}

extension Diagnostic {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(rule)
    packer.add(severity.rawValue)
    packer.add(message)
    location.pack(into: &packer)
    packer.add(subject)
    packer.add(notes) { packer, note in
      packer.add(note.message)
      note.location.pack(into: &packer)
    }
    packer.add(fixIts) { packer, fixIt in
      packer.add(fixIt.message)
      Optional(fixIt.location).pack(into: &packer)
      packer.add(fixIt.replacement)
    }
  }

  fileprivate init(unpacking unpacker: inout Unpacker) {
    let rule = unpacker.text()
    let severity = Severity(rawValue: unpacker.text())
    if severity == nil { unpacker.refuse() }
    self.init(
      rule: rule, severity: severity ?? .error, message: unpacker.text(),
      location: .unpacked(&unpacker), subject: unpacker.optionalText(),
      notes: unpacker.list { Note(message: $0.text(), location: .unpacked(&$0)) },
      fixIts: unpacker.list { unpacker in
        FixIt(
          message: unpacker.text(),
          location: SourceLocation?.unpacked(&unpacker) ?? SourceLocation(file: "", span: 0..<0),
          replacement: unpacker.text())
      })
  }
}

extension SourceLocation? {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(self?.file)
    if let self { packer.add(self.span) }
  }

  fileprivate static func unpacked(_ unpacker: inout Unpacker) -> SourceLocation? {
    unpacker.optionalText().map { SourceLocation(file: $0, span: unpacker.range()) }
  }
}
