/// Says in plain words what to do about a fault that the YAML parser names in its own.
enum YAMLHint {
  /// Returns the advice as the end of a message, or nothing when there is none that is likely.
  static func text(for problem: String, at offset: Int, in bytes: [UInt8]) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      return "; put a value that holds ': ' in quotation marks"
    case "found unexpected end of stream":
      return "; close the quotation marks that are open"
    case "found character that cannot start any token":
      let isTab = bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "\t")
      return isTab
        ? "; indent with spaces, not with tabs"
        : "; put a value that begins with such a mark in quotation marks"
    case "could not find expected ':'":
      return "; write a key, a colon and a space before its value"
    case "did not find expected key", "did not find expected '-' indicator":
      return "; indent this line like those it belongs with"
    case "did not find expected ',' or ']'":
      return "; part the values of a list by commas, and close it with ']'"
    case "did not find expected ',' or '}'":
      return "; part the values by commas, and close them with '}'"
    default: return ""
    }
  }
}
