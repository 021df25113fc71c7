import Fingerprints
import Testing

/// Fingerprints tell content apart, and are the same in every process.
@Suite struct FingerprintTests {
  @Test func isTheSameForEver() {
    #expect(Fingerprint(of: "Gazette").number == 7_366_373_632_548_312_066)
  }

  @Test func piecesAreKeptApart() {
    let split = Fingerprint {
      $0.add("ab"); $0.add("c")
    }
    #expect(
      split
        != Fingerprint {
          $0.add("a"); $0.add("bc")
        })
    #expect(split != Fingerprint(of: "abc"))
    #expect(Fingerprint { $0.add(String?.none) } != Fingerprint { $0.add(Optional("")) })
  }

  @Test func everyByteCounts() {
    let bytes = [UInt8](repeating: 7, count: 70)
    let whole = Fingerprint(of: bytes)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x80
      #expect(Fingerprint(of: changed) != whole, "byte \(index)")
    }
  }

  @Test func shortTextsDoNotCollide() {
    let texts = (0..<100_000).map { String($0) }
    #expect(Set(texts.map { Fingerprint(of: $0) }).count == texts.count)
  }
}
