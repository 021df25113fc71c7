/// A body named in the notes; what part it plays belongs to the relation.
public struct Organisation: Sendable {
  public let origin: Origin
  public let id: ID<Organisation>
  public let name: String
  public let kind: Kind
  public let aliases: [String]
  public let parent: Located<ID<Organisation>>?
  public let link: Located<String>?

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case council
    case police
    case fire
    case health
    case university
    case government
    case supplier
    case partnership
    case board
    case forum
    case charity
    case other
  }
}
