/// The sets of nodes that a slot may hold values of, each kept once and known by its number.
///
/// Following a program joins the same few sets again and again; as numbers they are compared and
/// copied for nothing.
struct ReferenceSets {
  /// A value that comes from the model: itself, or somewhere inside lists and maps that the program
  /// has made.
  struct Reference: Hashable, Comparable {
    private let code: UInt32

    /// Which part of the pairs that `groupby` makes a value is.
    enum Part: UInt32 {
      case any
      case key
      case value
    }

    /// More levels than this are not told apart.
    static let maximumLevel = 3

    init(_ node: Int, level: Int = 0, part: Part = .any) {
      code = UInt32(node) << 4 | UInt32(min(level, Self.maximumLevel)) << 2 | part.rawValue
    }

    var node: Int { Int(code >> 4) }
    /// How many lists and maps of the program's own are around the value.
    var level: Int { Int(code >> 2 & 3) }
    var part: Part { Part(rawValue: code & 3) ?? .any }
    var isWithin: Bool { level > 0 }

    /// The same value with another list around it.
    func wrapped(part: Part = .any) -> Reference {
      Reference(node, level: level + 1, part: part == .any ? self.part : part)
    }

    /// What the elements of the lists around the value are.
    var elements: [Reference] {
      let inner = Reference(node, level: level - 1, part: part)
      return level == Self.maximumLevel ? [inner, self] : [inner]
    }

    /// The same value once it is known which part of a pair it is.
    var taken: Reference { Reference(node, level: level) }

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
