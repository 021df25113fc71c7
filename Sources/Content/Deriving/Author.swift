/// Who signs or answers for something: a person, or a team on the register of organisations.
package enum Author: Sendable {
  case person(Person)
  case organisation(Organisation)
}

extension Site {
  /// The person or body of an id; a person comes first.
  package func author(_ id: String) -> Author? {
    if let person = ID<Person>(id).flatMap({ people[$0] }) { return .person(person) }
    return ID<Organisation>(id).flatMap { organisations[$0] }.map { .organisation($0) }
  }
}
