/// The code of one routine while it is being written.
struct CodeDraft {
  let frame: Int
  let name: String
  var code: [Instruction] = []
  var placeNumbers: [UInt32] = []
  /// The position that a jump may lead to; text before it must not grow.
  var barrier = 0

  /// A jump whose goal is not known yet.
  struct Jump {
    let position: Int
  }
}

extension Instruction {
  /// The same jump with another distance.
  func retargeted(by distance: Int32) -> Instruction {
    switch self {
    case .jump: .jump(by: distance)
    case .jumpUnless(let slot, _): .jumpUnless(slot, by: distance)
    case .jumpIf(let slot, _): .jumpIf(slot, by: distance)
    case .jumpUnlessCompare(let comparator, let left, let right, _):
      .jumpUnlessCompare(comparator, left, right, by: distance)
    case .jumpUnlessTest(let test, let slot, let isNegated, _):
      .jumpUnlessTest(test, slot, isNegated: isNegated, by: distance)
    case .jumpIfDefined(let slot, _): .jumpIfDefined(slot, by: distance)
    case .jumpIfPresent(let slot, _): .jumpIfPresent(slot, by: distance)
    default: self
    }
  }
}
