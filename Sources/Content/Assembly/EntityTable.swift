/// The entities of one kind in their defined order, also found by id.
///
/// Public, so that other targets are compiled with its inside: every pass goes through thousands of
/// entities.
public struct EntityTable<Entity: IdentifiedEntity>: Sendable {
  let entities: [Entity]
  let positions: [ID<Entity>: Int]

  /// Takes entities in order; of two with one id the first is the one found.
  public init(_ entities: [Entity]) {
    self.entities = entities
    self.positions = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entity of an id.
  public subscript(id: ID<Entity>) -> Entity? { positions[id].map { entities[$0] } }

  /// Where the entity of an id stands in the order.
  public func position(of id: ID<Entity>) -> Int? { positions[id] }
}

extension EntityTable: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { entities.startIndex }
  /// How many entities there are.
  public var endIndex: Int { entities.endIndex }
  /// The entity at a place in the order.
  public subscript(position: Int) -> Entity { entities[position] }

  /// The iterator of the array inside, which is known to the optimizer where this type's is not.
  public func makeIterator() -> IndexingIterator<[Entity]> { entities.makeIterator() }
}

/// Something that has an id of its own kind.
public protocol IdentifiedEntity: Sendable {
  /// By which it is found and referred to.
  var id: ID<Self> { get }
}

extension Project: IdentifiedEntity {}
extension Person: IdentifiedEntity {}
extension Organisation: IdentifiedEntity {}
extension Edition: IdentifiedEntity {}
extension Event: IdentifiedEntity {}
extension ImpactStory: IdentifiedEntity {}
extension Metric: IdentifiedEntity {}
extension Post: IdentifiedEntity {}
extension Page: IdentifiedEntity {}
