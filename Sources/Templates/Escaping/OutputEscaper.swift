/// One way of writing a value, fixed for each output of a template when it is compiled.
public enum OutputEscaper: Hashable, Sendable, BitwiseCopyable {
  /// The bytes as they are; for files that are not escaped.
  case verbatim
  /// Nothing: the value of an output inside an HTML comment.
  case dropped
  /// The text between tags, where trusted markup stays markup.
  case text
  /// The text of an element that holds no markup, such as `title` and `textarea`.
  case characters
  /// The text of a CDATA section.
  case characterSection
  /// A quoted attribute value.
  case attribute
  /// The value of `srcdoc`, which is read as a page of its own.
  case nestedDocument
  /// Attributes with their names, which an earlier step has written out.
  case attributeList
  /// A part of a URL in an attribute.
  case url(URLSlot)
  /// A part of a URL in a style.
  case styleURL(URLSlot)
  /// A list of image candidates in a `srcset`.
  case sourceSet
  /// A part of one image candidate's URL in a `srcset`.
  case sourceSetURL
  /// The beginning of the `content` of a `meta` element, which may be a refresh with a URL.
  case refreshStart
  /// A later part of that `content`, which may be the URL alone.
  case refresh
  /// A value where a script expects an expression; written as JSON.
  case scriptValue(ScriptSlot)
  /// Characters between the quotes of a script or JSON string.
  case scriptString
  /// A value where a style expects one.
  case styleValue(StyleSlot)
  /// Characters between the quotes of a style string.
  case styleString
}

/// Which part of a URL a value is.
public enum URLSlot: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// The beginning, where a scheme may stand.
  case start
  /// The beginning, where also `data:image/…` is allowed.
  case imageStart
  /// Behind the scheme and before any query.
  case path
  /// In the query or the fragment, where it is one component.
  case query
}

/// Where the script stands that a value is part of.
public enum ScriptSlot: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// In a `script` element.
  case element
  /// In a `script` element, behind a byte that a number or a word could continue.
  case elementSpaced
  /// In an event handler attribute.
  case attribute
  /// In an event handler attribute, behind a byte that a number or a word could continue.
  case attributeSpaced
}

/// Where the style stands that a value is part of.
public enum StyleSlot: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// In a `style` element.
  case element
  /// In a `style` attribute.
  case attribute
}

/// What became of a value.
public enum EscapeOutcome: UInt8, Hashable, Sendable, BitwiseCopyable {
  /// It stands in its place, escaped.
  case written
  /// The URL's scheme is not allowed, so `about:invalid#blocked` stands in its place.
  case blockedURL
  /// The value could be more than a style value, so `blocked` stands in its place.
  case blockedStyle
}

extension OutputEscaper {
  /// Whether integers, `true` and `false` may be written by the caller, byte for byte.
  public var passesLiterals: Bool {
    switch self {
    case .dropped, .scriptValue(.elementSpaced), .scriptValue(.attributeSpaced): false
    case .verbatim, .text, .characters, .characterSection, .attribute, .nestedDocument,
      .attributeList, .url, .styleURL, .sourceSet, .sourceSetURL, .refreshStart, .refresh,
      .scriptValue(.element), .scriptValue(.attribute), .scriptString, .styleValue, .styleString:
      true
    }
  }

  /// Appends one value, escaped for its place.
  ///
  /// Lists, maps and records are for `.scriptValue` only: the caller walks them and writes them with
  /// `ScriptValueWriter`.
  public func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, to output: inout OutputBuffer
  ) -> EscapeOutcome {
    switch self {
    case .text where kind == .html || kind == .attributes, .verbatim, .attributeList:
      output.append(bytes)
    case .text: HTMLTextWriter.write(bytes, to: &output)
    case .attribute where kind == .html, .characters where kind == .html:
      HTMLTextWriter.writeMarkupAsCharacters(bytes, to: &output)
    case .attribute, .characters: HTMLTextWriter.write(bytes, to: &output)
    case .nestedDocument where kind == .html: HTMLTextWriter.write(bytes, to: &output)
    case .nestedDocument: HTMLTextWriter.writeNested(bytes, to: &output)
    case .characterSection: HTMLTextWriter.writeSection(bytes, to: &output)
    case .dropped: break
    case .url(let slot):
      return URLWriter.write(bytes, as: kind, in: slot, of: .attribute, to: &output)
    case .styleURL(let slot):
      return URLWriter.write(bytes, as: kind, in: slot, of: .style, to: &output)
    case .sourceSet: return SourceSetWriter.write(bytes, as: kind, to: &output)
    case .sourceSetURL:
      return URLWriter.write(bytes, as: kind, in: .path, of: .sourceSet, to: &output)
    case .refreshStart: return RefreshWriter.write(bytes, isStart: true, as: kind, to: &output)
    case .refresh: return RefreshWriter.write(bytes, isStart: false, as: kind, to: &output)
    case .scriptValue(let slot): ScriptValueWriter.write(bytes, as: kind, in: slot, to: &output)
    case .scriptString: ScriptValueWriter.writeCharacters(bytes, to: &output)
    case .styleValue(let slot):
      return StyleValueWriter.write(bytes, as: kind, in: slot, to: &output)
    case .styleString: StyleValueWriter.writeCharacters(bytes, to: &output)
    }
    return .written
  }
}
