/// Finds the known name that a misspelt one most likely meant.
public enum NearestName {
  /// Returns the closest of `candidates` within an edit distance of `max(1, n / 3)`, or `nil`.
  ///
  /// Letter case and the difference between `-` and `_` count half, so `Title` finds `title`
  /// before `tile`. The first of equally near names wins, so give the likeliest first.
  public static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars.prefix(maximumLength))
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let scalars = Array(candidate.unicodeScalars.prefix(maximumLength))
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = halfSteps(from: wanted, to: scalars)
      guard distance <= 2 * limit, distance < 2 * max(wanted.count, scalars.count) else { continue }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Returns `" (did you mean 'x'?)"` for the nearest name, or an empty text.
  public static func hint(_ name: String, among candidates: some Sequence<String>) -> String {
    guard let nearest = find(name, among: candidates) else { return "" }
    return " (did you mean '\(nearest)'?)"
  }

  /// Longer names are compared by their beginning only, which bounds the cost.
  private static let maximumLength = 64

  /// The optimal string alignment distance in half steps; a transposition is one edit.
  private static func halfSteps(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var before = [Int]()
    var previous = (0...right.count).map { 2 * $0 }
    for row in 0..<left.count {
      var current = [2 * (row + 1)]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        var cost = min(
          previous[column + 1] + 2, current[column] + 2,
          previous[column] + substitution(left[row], right[column]))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 2)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func substitution(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int {
    if left == right { return 0 }
    return folded(left) == folded(right) ? 1 : 2
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 32)
    case "_": "-"
    default: scalar
    }
  }
}
