/// The number of a value's place in the frame of the code that runs.
typealias Slot = UInt16

/// One step of a program; all of them are trivially copied and hold no place in the source.
///
/// Jumps are relative to the instruction after them, so that code can be moved.
enum Instruction: Sendable, BitwiseCopyable {
  // Output
  case text(offset: UInt32, count: UInt32)
  case write(Slot, OutputEscaper)
  case writeText(Slot)
  case writeAttribute(Slot)
  case writeFieldText(Slot, position: UInt16)
  case writeFieldAttribute(Slot, position: UInt16)
  case beginCapture
  case endCapture(to: Slot, Value.Kind)

  // Values
  case copy(to: Slot, from: Slot)
  case constant(to: Slot, index: UInt32)
  case loadPage(to: Slot, from: Slot)
  case storePage(to: Slot, from: Slot)
  case field(to: Slot, of: Slot, position: UInt16)
  case member(to: Slot, of: Slot, name: UInt32)
  case index(to: Slot, of: Slot, at: Slot)
  case slice(to: Slot, arguments: Slot)
  case list(to: Slot, first: Slot, count: UInt16)
  case map(to: Slot, first: Slot, pairs: UInt16)
  case negate(to: Slot, Slot)
  case not(to: Slot, Slot)
  case arithmetic(BinaryOperator, to: Slot, Slot, Slot)
  case compare(Comparator, to: Slot, Slot, Slot)
  case concatenate(to: Slot, first: Slot, count: UInt16, escapes: Bool)
  case filter(Filter, to: Slot, first: Slot, count: UInt16)
  case test(Test, to: Slot, first: Slot, isNegated: Bool)
  case host(UInt16, to: Slot, first: Slot, count: UInt16)

  // Flow
  case jump(by: Int32)
  case jumpUnless(Slot, by: Int32)
  case jumpIf(Slot, by: Int32)
  case jumpUnlessCompare(Comparator, Slot, Slot, by: Int32)
  case jumpUnlessTest(Test, Slot, isNegated: Bool, by: Int32)
  case jumpIfDefined(Slot, by: Int32)
  case jumpIfPresent(Slot, by: Int32)
  case call(routine: UInt16, first: Slot, count: UInt16)
  case callBlock(routine: UInt16, frame: Slot, first: Slot, target: Slot, count: UInt16)
  case recurse(routine: UInt16, first: Slot, target: Slot)
  case storeFrame(to: Slot)
  case leave

  // Loops: a list, a position, a depth and what `changed` saw last, one after the other
  case beginLoop(state: Slot, source: Slot)
  /// Fetches the next element and jumps to the body, or goes on if there is none.
  case next(state: Slot, item: Slot, by: Int32)
  case loopAttribute(LoopAttribute, to: Slot, state: Slot)
  case loopCycle(to: Slot, state: Slot, first: Slot, count: UInt16)
  case loopChanged(to: Slot, state: Slot, first: Slot, count: UInt16)
  case unpack(Slot, first: Slot, count: UInt16)
  case beginList
  case appendToList(Slot)
  case endList(to: Slot)

  // Mutable fields
  case namespace(to: Slot, first: Slot, given: UInt16, total: UInt16)
  case namespaceField(to: Slot, of: Slot, position: UInt16)
  case setNamespaceField(of: Slot, position: UInt16, from: Slot)
  case cyclerNext(to: Slot, of: Slot)
}

/// How many slots the state of a loop takes.
enum LoopState {
  static let list = 0
  static let position = 1
  static let depth = 2
  static let changed = 3
  static let count = 4
}
