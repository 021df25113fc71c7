extension Machine {
  mutating func applyToText(
    _ filter: Filter, _ values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RenderFault) -> Value {
    switch filter {
    case .tojson: return try json(values[0], indent: values[1])
    case .xmlattr: return try attributes(values[0], autospace: isTrue(values[1]))
    case .urlencode: return try urlEncoded(values[0])
    case .pluralize: return try pluralized(values)
    case .date: return try dated(values[0], values[1])
    default: break
    }
    if values[0].kind == .undefined {
      throw RenderFault.absent("there is no value here for the filter")
    }
    if [.indent, .truncate, .wordwrap].contains(filter) { try refuseNumber(values[0]) }
    let value = try text(values[0])
    switch filter {
    case .lower: return try lowered(value)
    case .upper: return try changed(value, isASCII: { Self.upper($0) }, { $0.uppercased() })
    case .capitalize: return try capitalized(value)
    case .title: return try titled(value)
    case .trim: return try trimmed(value, values[1])
    case .replace: return try replaced(value, values)
    case .center: return try centered(value, values[1])
    case .indent: return try indented(value, values)
    case .truncate: return try truncated(value, values)
    case .wordwrap: return try wrapped(value, values)
    case .striptags: return try TagStripper.strip(value, machine: &self)
    case .wordcount: return .int(wordCount(value))
    case .split: return try split(value, values[1], values[2])
    case .format: return try PrintfFormat.format(value, values + 1, count - 1, machine: &self)
    case .safe: return value.retagged(.html)
    case .safeURL: return value.retagged(.trustedURL)
    case .safeScript: return value.retagged(.trustedScript)
    case .safeStyle: return value.retagged(.trustedStyle)
    case .escape: return value.kind == .html ? value : try escaped(value)
    case .forceescape: return try escaped(value)
    default: return value
    }
  }

  /// What lays out text takes nothing that only prints like one.
  private func refuseNumber(_ value: Value) throws(RenderFault) {
    if number(value) != nil || value.kind == .none {
      throw RenderFault.type("this filter takes a text, not \(described(value))")
    }
  }

  mutating func escaped(_ value: Value) throws(RenderFault) -> Value {
    workspace.truncate(to: 0)
    _ = OutputEscaper.text.write(memory.bytes(of: value), as: .text, to: &workspace)
    return try finishText(.html)
  }

  // MARK: Case

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func upper(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0xDF : byte
  }

  mutating func lowered(_ value: Value) throws(RenderFault) -> Value {
    try changed(value, isASCII: { Self.lower($0) }, { $0.lowercased() })
  }

  /// Changes ASCII byte by byte, and other text by the rules of Unicode.
  private mutating func changed(
    _ value: Value, isASCII change: (UInt8) -> UInt8, _ other: (String) -> String
  ) throws(RenderFault) -> Value {
    let bytes = memory.bytes(of: value)
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return try arena.text(other(String(decoding: bytes, as: UTF8.self)), as: value.kind)
    }
    workspace.truncate(to: 0)
    for byte in bytes { workspace.append(change(byte)) }
    return try finishText(value.kind)
  }

  private mutating func capitalized(_ value: Value) throws(RenderFault) -> Value {
    let text = String(decoding: memory.bytes(of: value), as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return value }
    let rest = String(text.unicodeScalars.dropFirst())
    return try arena.text(
      first.properties.titlecaseMapping + rest.lowercased(), as: value.kind)
  }

  private mutating func titled(_ value: Value) throws(RenderFault) -> Value {
    let text = String(decoding: memory.bytes(of: value), as: UTF8.self)
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      if "-({[<".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace {
        result.unicodeScalars.append(scalar)
        startsWord = true
      } else {
        result +=
          startsWord ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
        startsWord = false
      }
    }
    return try arena.text(result)
  }

  // MARK: Parts

  private mutating func trimmed(_ value: Value, _ characters: Value) throws(RenderFault) -> Value {
    let bytes = memory.bytes(of: value)
    var range = WhiteSpace.trimmed(0..<bytes.count, of: bytes)
    if !characters.isAbsent {
      let set = Set(String(decoding: memory.bytes(of: characters), as: UTF8.self).unicodeScalars)
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      let kept = scalars.drop { set.contains($0) }
      let start = bytes.count - String(kept).utf8.count
      let end = kept.reversed().drop { set.contains($0) }
      range = start..<start + String(String.UnicodeScalarView(end)).utf8.count
    }
    return Value(
      value.kind, region: value.region, count: range.count,
      payload: value.payload + UInt64(range.lowerBound))
  }

  private mutating func replaced(
    _ value: Value, _ values: UnsafeMutablePointer<Value>
  ) throws(RenderFault) -> Value {
    var (subject, old, new) = (value, try text(values[1]), try text(values[2]))
    if old.kind == .html || new.kind == .html, subject.kind != .html {
      subject = try escaped(subject)
    }
    if subject.kind == .html {
      if old.kind != .html { old = try escaped(old) }
      if new.kind != .html { new = try escaped(new) }
    }
    let limit = values[3].kind == .int && values[3].asInt >= 0 ? values[3].asInt : Int.max
    let bytes = memory.bytes(of: subject)
    let (wanted, replacement) = (memory.bytes(of: old), memory.bytes(of: new))
    if wanted.isEmpty { return try spread(bytes, replacement, limit, as: subject.kind) }
    workspace.truncate(to: 0)
    var start = 0
    var found = 0
    while found < limit, let range = Self.range(of: wanted, in: bytes, from: start) {
      workspace.append(UnsafeBufferPointer(rebasing: bytes[start..<range.lowerBound]))
      workspace.append(replacement)
      start = range.upperBound
      found += 1
      if workspace.count > arena.limit { throw RenderFault.limit("a text grew too long") }
    }
    workspace.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    return try finishText(subject.kind)
  }

  /// Replacing nothing puts the new text around every character.
  private mutating func spread(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ limit: Int,
    as kind: Value.Kind
  ) throws(RenderFault) -> Value {
    workspace.truncate(to: 0)
    var found = 0
    for byte in bytes {
      if byte & 0xC0 != 0x80, found < limit {
        workspace.append(text)
        found += 1
        if workspace.count > arena.limit { throw RenderFault.limit("a text grew too long") }
      }
      workspace.append(byte)
    }
    if found < limit { workspace.append(text) }
    return try finishText(kind)
  }

  private mutating func split(
    _ value: Value, _ separator: Value, _ limit: Value
  ) throws(RenderFault) -> Value {
    let bytes = memory.bytes(of: value)
    let most = limit.kind == .int && limit.asInt >= 0 ? limit.asInt : Int.max
    var ranges: [Range<Int>] = []
    if separator.isAbsent {
      ranges = Self.words(of: bytes, most: most)
    } else {
      let wanted = memory.bytes(of: separator)
      if wanted.isEmpty { throw RenderFault.value("'split' needs a separator that is not empty") }
      var start = 0
      while ranges.count < most, let range = Self.range(of: wanted, in: bytes, from: start) {
        ranges.append(start..<range.lowerBound)
        start = range.upperBound
      }
      ranges.append(start..<bytes.count)
    }
    return try arena.list(
      ranges.map { range in
        Value(
          .string, region: value.region, count: range.count,
          payload: value.payload + UInt64(range.lowerBound))
      })
  }

  /// The parts between white space.
  static func words(
    of bytes: UnsafeBufferPointer<UInt8>, most: Int = Int.max
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let space = WhiteSpace.width(at: index, in: bytes)
      if space > 0 {
        index += space
        continue
      }
      let start = index
      if ranges.count == most {
        ranges.append(WhiteSpace.trimmed(start..<bytes.count, of: bytes))
        return ranges
      }
      while index < bytes.count, WhiteSpace.width(at: index, in: bytes) == 0 { index += 1 }
      ranges.append(start..<index)
    }
    return ranges
  }

  private func wordCount(_ value: Value) -> Int {
    var count = 0
    var isInside = false
    for scalar in String(decoding: memory.bytes(of: value), as: UTF8.self).unicodeScalars {
      let isWord =
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }
}
