/// The entities of one kind in their defined order, also found by id.
///
/// It is seen into from other modules, as every pass goes through thousands of entities.
package struct EntityTable<Entity: IdentifiedEntity>: Sendable {
  @usableFromInline let entities: [Entity]
  @usableFromInline let positions: [ID<Entity>: Int]

  /// Takes entities in order; of two with one id the first is the one found.
  package init(_ entities: [Entity]) {
    self.entities = entities
    self.positions = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @inlinable package subscript(id: ID<Entity>) -> Entity? { positions[id].map { entities[$0] } }

  /// Where the entity of an id stands in the order.
  @inlinable package func position(of id: ID<Entity>) -> Int? { positions[id] }
}

extension EntityTable: RandomAccessCollection {
  @inlinable package var startIndex: Int { entities.startIndex }
  @inlinable package var endIndex: Int { entities.endIndex }
  @inlinable package subscript(position: Int) -> Entity { entities[position] }

  /// The iterator of the array inside, which is known to the optimizer where this type's is not.
  @inlinable package func makeIterator() -> IndexingIterator<[Entity]> { entities.makeIterator() }
}

/// Something that has an id of its own kind.
package protocol IdentifiedEntity: Sendable {
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
