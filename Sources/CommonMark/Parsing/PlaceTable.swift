/// Values by the places in a text that they belong to, added in the order of the places.
struct PlaceTable<Value> {
  private var places: [Int32] = []
  private(set) var values: [Value] = []

  var isEmpty: Bool { values.isEmpty }

  /// Adds a value after all others.
  mutating func append(_ value: Value, at place: Int) {
    places.append(Int32(truncatingIfNeeded: place))
    values.append(value)
  }

  /// Returns the number of the value at a place, or `nil` if there is none.
  func index(of place: Int) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && Int(places[low]) == place ? low : nil
  }

  /// The value at a place, or `nil` if there is none.
  subscript(_ place: Int) -> Value? { index(of: place).map { values[$0] } }
}

extension PlaceTable: Sendable where Value: Sendable {}
