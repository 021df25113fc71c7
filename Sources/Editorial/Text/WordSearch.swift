/// Looks for one word, where the one reading of a text does not look for it.
enum WordSearch {
  static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      let end = start + wanted.count
      if bytes[start..<end].elementsEqual(wanted),
        start == 0 || !WordBytes.isWord(bytes[start - 1]),
        end == bytes.count || !WordBytes.isWord(bytes[end])
      {
        return true
      }
    }
    return false
  }
}
