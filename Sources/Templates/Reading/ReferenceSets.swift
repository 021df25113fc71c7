/// The sets of nodes that a slot may hold values of, each kept once and known by its number.
///
/// Following a program joins the same few sets again and again; as numbers they are compared and
/// copied for nothing.
struct ReferenceSets {
  /// A value that comes from the model: itself, or somewhere inside a list or map that the program
  /// has made.
  struct Reference: Hashable, Comparable {
    private let code: UInt32

    init(_ node: Int, isWithin: Bool = false) {
      code = UInt32(node) << 1 | (isWithin ? 1 : 0)
    }

    var node: Int { Int(code >> 1) }
    var isWithin: Bool { code & 1 == 1 }

    static func < (left: Reference, right: Reference) -> Bool { left.code < right.code }
  }

  /// The number of a set; 0 is the empty one.
  typealias Number = UInt32

  static let empty: Number = 0

  private struct Pair: Hashable {
    let first: Number
    let second: Number
  }

  private var sets: [[Reference]] = [[]]
  private var numbers: [[Reference]: Number] = [[]: 0]
  private var unions: [Pair: Number] = [:]

  subscript(number: Number) -> [Reference] { sets[Int(number)] }

  mutating func number(of references: [Reference]) -> Number {
    if references.isEmpty { return Self.empty }
    let set = references.count == 1 ? references : Set(references).sorted()
    if let known = numbers[set] { return known }
    let number = Number(sets.count)
    sets.append(set)
    numbers[set] = number
    return number
  }

  mutating func union(_ left: Number, _ right: Number) -> Number {
    if left == right || right == Self.empty { return left }
    if left == Self.empty { return right }
    let pair = Pair(first: min(left, right), second: max(left, right))
    if let known = unions[pair] { return known }
    let number = number(of: self[left] + self[right])
    unions[pair] = number
    return number
  }
}
