/// Where the texts of footnotes go, and which references to them have been written.
struct FootnotePlacement {
  enum Place {
    /// After the whole text, with all that are referred to.
    case document
    /// After a part of the text, with those that are first referred to in it.
    case part
    /// Nowhere, as in a single line; references are left out too, since they would lead nowhere.
    case nowhere
    /// After the text that this is a label in.
    case around
  }

  let place: Place
  private var references: [Reference] = []

  private struct Reference: Hashable {
    let footnote: Int32
    let occurrence: Int
  }

  init(_ place: Place) { self.place = place }

  /// Where the footnotes of a label go that stands in a text.
  var placeOfLabels: Place { place == .nowhere ? .nowhere : .around }

  /// Notes that a reference has been written.
  mutating func add(reference occurrence: Int, to footnote: Int32) {
    guard place == .part || place == .around else { return }
    references.append(Reference(footnote: footnote, occurrence: occurrence))
  }

  /// Notes the references of a part that was rendered by itself.
  mutating func add(_ other: FootnotePlacement) { references += other.references }

  /// Returns the first footnote, not among those written, whose first reference has been written.
  func next(after written: Set<Int32>) -> Int32? {
    references.filter { $0.occurrence == 1 && !written.contains($0.footnote) }
      .map(\.footnote).min()
  }

  /// Returns which of a footnote's references can be led back to.
  func occurrences(of footnote: Int32, count: Int) -> [Int] {
    guard place == .part else { return Array(1...max(count, 1)) }
    return references.filter { $0.footnote == footnote }.map(\.occurrence).sorted()
  }
}
