/// How the pairs of a map lie in cells: key, value, key, value, …, then an order of the keys.
///
/// Pairs keep their insertion order. A map of more than `linearLimit` pairs is followed by one
/// cell for each pair with the pairs' numbers sorted by key, for a binary search.
enum MapLayout {
  static let linearLimit = 12

  /// The cells that a map of so many pairs takes.
  static func cellCount(pairs: Int) -> Int { pairs > linearLimit ? pairs * 3 : pairs * 2 }
}
