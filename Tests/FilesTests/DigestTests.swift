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
    let hash = Array(text.utf8).withUnsafeBytes { XXHash64.hash($0, seed: seed) }
    #expect(hash == expected)
  }

  /// Values of the reference implementation for lengths that take every way through the hash.
  @Test(arguments: [
    (0, "d3fe412972f89086ef46db3751d8e999"),
    (1, "3614005f632ae0311f25c8d0bc1f4bb6"),
    (3, "324af8f0e283ecb631d2363f52e564c9"),
    (4, "b0c5baa71c172a9f9bb64b7d66ee9fda"),
    (7, "4344a609daed8cfc9a7b149959ce60d8"),
    (8, "4a2f46e2b4f88ec1dab99d95c6f90092"),
    (31, "f27c17283adc49f0a2aa5f33cc4a6119"),
    (32, "f8395fde492fa10e23c3c17ef790fd97"),
    (33, "13ab5eec2c06d56d50a7cfc7ba588784"),
    (63, "c0a4ba951874a3d75e3e54b431c7493c"),
    (64, "dd4da36f833401b00eb64b3ef6eeb01f"),
    (100, "38d2c8cbae8f8d2ca61f8d4c170fe531"),
    (1_000, "b19827efe9fcd9b95f235fa033f1a3fb"),
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
