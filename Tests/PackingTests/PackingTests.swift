import Packing
import Testing

/// What is packed is unpacked the same; what is damaged is noticed and harms nobody.
@Suite struct PackingTests {
  private static func sample() -> [UInt8] {
    var packer = Packer()
    packer.add(0)
    packer.add(Int.max)
    packer.add(UInt64.max)
    packer.add(true)
    packer.add("naïve")
    packer.add(String?.none)
    packer.add(7..<300)
    packer.add([1, 2, 3]) { $0.add($1) }
    packer.add(bytes: [0xFF, 0])
    return packer.bytes
  }

  @Test func comesBackTheSame() {
    var unpacker = Unpacker(Self.sample())
    let zero = unpacker.number()
    #expect(zero == 0)
    let most = unpacker.number()
    #expect(most == Int.max)
    let word = unpacker.word()
    #expect(word == UInt64.max)
    let flag = unpacker.flag()
    #expect(flag)
    let text = unpacker.text()
    #expect(text == "naïve")
    let absent = unpacker.optionalText()
    #expect(absent == nil)
    let range = unpacker.range()
    #expect(range == 7..<300)
    let numbers = unpacker.list { $0.number() }
    #expect(numbers == [1, 2, 3])
    let bytes = unpacker.byteRun()
    #expect(bytes == [0xFF, 0])
    #expect(unpacker.isAtEnd && !unpacker.isDamaged)
  }

  @Test func everyCutIsNoticed() {
    let bytes = Self.sample()
    for count in bytes.indices {
      var unpacker = Unpacker(Array(bytes[..<count]))
      Self.readAll(&unpacker)
      #expect(unpacker.isDamaged, "cut to \(count) bytes")
    }
  }

  @Test func madeUpBytesDoNoHarm() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var unpacker = Unpacker(bytes)
      Self.readAll(&unpacker)
      _ = unpacker.list { $0.list { $0.text() } }
      #expect(unpacker.isDamaged || unpacker.isAtEnd || bytes.count > 0)
    }
  }

  private static func readAll(_ unpacker: inout Unpacker) {
    _ = (unpacker.number(), unpacker.number(), unpacker.word(), unpacker.flag())
    _ = (unpacker.text(), unpacker.optionalText(), unpacker.range())
    _ = (unpacker.list { $0.number() }, unpacker.byteRun())
  }
}
