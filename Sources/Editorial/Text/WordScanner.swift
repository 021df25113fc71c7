/// Goes through a text once, word by word.
struct WordScanner {
  let index: PhraseIndex
  var abbreviations: [Range<Int>] = []
  var matches: [PhraseMatch] = []
  var numbers: [Range<Int>] = []

  init(index: PhraseIndex) { self.index = index }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let marks = WordBytes.markLength(at: offset, in: bytes)
      if marks > 0 || !WordBytes.isWord(bytes[offset]) {
        offset += max(1, marks)
        continue
      }
      offset = scanWord(from: offset, in: bytes)
    }
  }

  /// Takes in the word at `start` and returns where it ends.
  private mutating func scanWord(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    var hash = WordBytes.hashStart
    var capitals = 0
    while WordBytes.isWord(at: end, in: bytes) {
      let byte = bytes[end]
      hash = WordBytes.hash(byte, into: hash)
      if capitals == end - start, WordBytes.isCapital(byte) || WordBytes.isDigit(byte) {
        capitals += 1
      }
      end += 1
    }
    index.match(hash, at: start, in: bytes, into: &matches)
    let isPlural = capitals == end - start - 1 && bytes[end - 1] == UInt8(ascii: "s")
    if WordBytes.isCapital(bytes[start]) {
      if capitals >= 2, capitals == end - start || isPlural {
        abbreviations.append(start..<start + capitals)
      }
    } else if WordBytes.isDigit(bytes[start]) {
      addNumber(start..<end, in: bytes)
    }
    return end
  }

  private mutating func addNumber(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    if let last = numbers.last, last.upperBound + 1 == range.lowerBound, range.count == 3,
      bytes[last.upperBound] == UInt8(ascii: ",")
    {
      numbers[numbers.count - 1] = last.lowerBound..<range.upperBound
    } else {
      numbers.append(range)
    }
  }
}
