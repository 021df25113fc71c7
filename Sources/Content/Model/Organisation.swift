/// A body named in the notes; what part it plays belongs to the relation.
package struct Organisation: Sendable {
  package let origin: Origin
  package let id: ID<Organisation>
  package let name: String
  package let kind: Kind
  package let aliases: [String]
  package let parent: Located<ID<Organisation>>?
  package let link: Located<String>?

  package enum Kind: String, Sendable, Hashable, CaseIterable {
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
