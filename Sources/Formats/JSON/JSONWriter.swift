/// Writes JSON text piece by piece; members keep the order in which they are written.
///
/// ```swift
/// let bytes = JSONWriter.object { json in
///   json.member("id", "istv")
///   json.array("stages") { json in json.value("alpha") }
/// }
/// ```
/// Names are not compared: writing one twice is the caller's mistake.
public struct JSONWriter {
  private var bytes: [UInt8] = []
  private let layout: Layout
  private let place: Place
  private var depth = 0
  private var isEmpty = true

  /// Whether the text is for people too.
  public enum Layout: Sendable, Hashable {
    case compact
    /// One member or value a line, two spaces a level.
    case indented
  }

  /// Where the text will stand.
  public enum Place: Sendable, Hashable {
    case file
    /// Inside an HTML `script` element, which `</script>` or `<!--` in a text must not end.
    case script
  }

  private init(layout: Layout, place: Place) {
    self.layout = layout
    self.place = place
  }

  /// Returns a document that is one object with the members that `body` writes.
  public static func object(
    layout: Layout = .compact, place: Place = .file, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    document(layout, place) { json in json.nest("{", "}", body) }
  }

  /// Returns a document that is one array of the values that `body` writes.
  public static func array(
    layout: Layout = .compact, place: Place = .file, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    document(layout, place) { json in json.nest("[", "]", body) }
  }

  private static func document(
    _ layout: Layout, _ place: Place, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(layout: layout, place: place)
    body(&json)
    if layout == .indented { json.bytes.append(UInt8(ascii: "\n")) }
    return json.bytes
  }
}

extension JSONWriter {
  /// Writes a member with a single value.
  public mutating func member(_ name: String, _ value: JSONScalar) {
    startMember(name)
    append(value)
  }

  /// Writes a member whose value is an object.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    startMember(name)
    nest("{", "}", body)
  }

  /// Writes a member whose value is an array.
  public mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    startMember(name)
    nest("[", "]", body)
  }

  /// Writes a single value into an array.
  public mutating func value(_ value: JSONScalar) {
    startItem()
    append(value)
  }

  /// Writes an object into an array.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    startItem()
    nest("{", "}", body)
  }

  /// Writes an array into an array.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    startItem()
    nest("[", "]", body)
  }
}

extension JSONWriter {
  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    isEmpty = true
    body(&self)
    depth -= 1
    if !isEmpty { breakLine() }
    isEmpty = false
    bytes.append(UInt8(ascii: close))
  }

  private mutating func startItem() {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    breakLine()
  }

  private mutating func startMember(_ name: String) {
    startItem()
    JSONEscaping.append(name, place: place, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ value: JSONScalar) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .number(let number): bytes += number.text.utf8
    case .text(let text): JSONEscaping.append(text, place: place, to: &bytes)
    }
  }
}
