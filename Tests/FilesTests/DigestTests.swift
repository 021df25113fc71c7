@testable import Files
import Testing

@Suite struct DigestTests {
  /// Published values of XXH64.
  @Test(
    arguments: [
      ("", 0, 0xEF46_DB37_51D8_E999),
      ("a", 0, 0xD24E_C4F1_A98C_6E5B),
      ("abc", 0, 0x44BC_2CF5_AD77_0999),
      ("xxhash", 0, 0x32DD_3895_2C4B_C720),
      ("xxhash", 20_141_025, 0xB559_B98D_844E_0635),
    ] as [(String, UInt64, UInt64)])
  func hashesAsPublished(text: String, seed: UInt64, expected: UInt64) {
    let hashes = Array(text.utf8).withUnsafeBytes { XXHash64.hashes($0, seed: seed, secondSeed: 0) }
    #expect(hashes.first == expected)
  }

  /// For lengths that take every way through the hash: after what another program works out, the
  /// second half being XXH64 with the seed 0.
  @Test(arguments: [
    (0, "d3fe412972f89086ef46db3751d8e999"),
    (1, "3614005f632ae0311f25c8d0bc1f4bb6"),
    (3, "324af8f0e283ecb631d2363f52e564c9"),
    (4, "b0c5baa71c172a9f9bb64b7d66ee9fda"),
    (7, "4344a609daed8cfc9a7b149959ce60d8"),
    (8, "4a2f46e2b4f88ec1dab99d95c6f90092"),
    (31, "f27c17283adc49f0a2aa5f33cc4a6119"),
    (32, "8a80d2c562dc504923c3c17ef790fd97"),
    (33, "567947cc4049d8d550a7cfc7ba588784"),
    (63, "dc96040c76db78d05e3e54b431c7493c"),
    (64, "b92ba7e5c69008740eb64b3ef6eeb01f"),
    (100, "e6af23814726e8fba61f8d4c170fe531"),
    (1_000, "453c53396d471c9c5f235fa033f1a3fb"),
  ])
  func digestsOfEveryLength(length: Int, expected: String) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
    #expect(Digest(of: bytes).description == expected)
    #expect(Digest(expected) == Digest(of: bytes))
  }

  @Test(arguments: [
    "", "00", "D3FE412972F89086EF46DB3751D8E999", "g3fe412972f89086ef46db3751d8e999",
  ])
  func otherTextIsNoDigest(text: String) {
    #expect(Digest(text) == nil)
  }
}
