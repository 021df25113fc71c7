extension OutputEscaper {
  /// Finds how the whole value of an attribute is written whose name is known only when rendering.
  ///
  /// Fails if the name is none, or one of those whose values are code: `style` and event handlers.
  public init?(attributeNamed bytes: UnsafeBufferPointer<UInt8>) {
    var name = PackedName()
    for byte in bytes {
      guard byte.isASCIIAlphanumeric || Self.nameSigns.contains(byte) else { return nil }
      name.appendAttribute(byte)
    }
    guard !bytes.isEmpty else { return nil }
    // The element is not known, so `content` is taken for that of `meta`.
    switch AttributeKind(name, of: .meta) {
    case .plain, .scriptType, .animationValues: self = .attribute
    case .url, .imageURL: self = .url(.start)
    case .sourceSet: self = .sourceSet
    case .metaContent: self = .refreshStart
    case .document: self = .nestedDocument
    case .script, .style: return nil
    }
  }

  private static let nameSigns = ByteSet("-._:@")
}
