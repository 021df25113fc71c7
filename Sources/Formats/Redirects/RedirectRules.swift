/// The rules of a `_redirects` file, which some hosts answer before they look for a page.
public struct RedirectRules: Sendable, Hashable {
  /// In the order in which hosts try them.
  public var rules: [Rule]

  /// Makes a file of rules in the order in which hosts shall try them.
  public init(rules: [Rule]) { self.rules = rules }

  /// One address that moved.
  public struct Rule: Sendable, Hashable {
    /// The old path from the root of the host, unencoded.
    public var source: String
    /// Where the host sends those who ask for `source`.
    public var target: RedirectTarget
    /// Whether the address moved for good.
    public var status: Status

    /// Makes a rule, by default for an address that moved for good.
    public init(source: String, target: RedirectTarget, status: Status = .permanent) {
      self.source = source
      self.target = target
      self.status = status
    }
  }

  /// What the host answers.
  public enum Status: Int, Sendable, Hashable {
    case permanent = 301
    case temporary = 302
  }

  /// The file's bytes: one rule a line, in the order given, because hosts take the first that fits.
  public func encoded() -> [UInt8] {
    var text = ""
    for rule in rules {
      text += "\(source(of: rule)) \(rule.target.reference) \(rule.status.rawValue)\n"
    }
    return Array(text.utf8)
  }

  /// Encodes `*` and `:` too, which these files give a meaning of their own.
  private func source(of rule: Rule) -> String {
    RedirectTarget.rooted(rule.source).unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "*": text += "%2A"
      case ":": text += "%3A"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
