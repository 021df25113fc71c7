import ByteMasks
import FuzzSupport
import Testing

@testable import CommonMark

/// Which of many bytes are of a kind is told as one byte after the other would tell it.
@Suite struct ByteMaskTests {
  @Test func everyByteIsTold() {
    let bytes = (0..<256 + 64).map { UInt8(truncatingIfNeeded: $0) }
    let ranges: [ClosedRange<UInt8>] = [0x61...0x7A, 0x80...0xFF, 0...0x1F, 0x7F...0x7F, 0...0x7F]
    bytes.withUnsafeBytes { bytes in
      for start in 0..<256 {
        let block = UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64])
        for range in ranges {
          #expect(
            byte_masks_between(block.baseAddress, range.lowerBound, range.upperBound)
              == mask(of: block, where: range.contains))
        }
        #expect(byte_masks_equal(block.baseAddress, 0x20) == mask(of: block) { $0 == 0x20 })
      }
    }
  }

  private func mask(of bytes: UnsafeRawBufferPointer, where isOne: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { isOne($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  @Test func theFirstBytesAreTold() {
    #expect(byte_masks_first(0) == 0)
    #expect(byte_masks_first(3) == 7)
    #expect(byte_masks_first(63) == UInt64.max >> 1)
    #expect(byte_masks_first(64) == UInt64.max)
    #expect(byte_masks_first(1_000) == UInt64.max)
  }

  /// Words are counted in blocks, wherever a text stands among others.
  @Test func everyFuzzedWordIsCounted() {
    let pieces = ["a", "word", " ", " ", "  ", "Ed", "-", "–", "é", "(x", "[y", "7", ".", "\"q\""]
    for seed in FuzzSeeds(usual: 300) {
      var generator = TextGenerator(seed: seed)
      let text = generator.text(of: pieces, atMost: 60)
      let words = text.split(separator: " ").count { word in
        guard let first = word.utf8.first else { return false }
        return first.isAlphanumeric || first >= 0xC3 || first == 0x28 || first == 0x5B
      }
      for (before, after) in [("", ""), ("x", String(repeating: "y z", count: 30))] {
        let pool = Array((before + text + after).utf8)
        var values = DerivedValues()
        values.addWords(
          in: Extent(before.utf8.count..<before.utf8.count + text.utf8.count), of: pool)
        #expect(values.wordCount == words, "seed \(seed): \(text.debugDescription)")
      }
    }
  }
}
