import Packing
import Testing

@Suite("Flat maps")
struct FlatMapTests {
  @Test("Names have the text they were given last")
  func lookingUp() {
    var map = FlatMap()
    map.set("a", "1")
    map.set("", "empty")
    map.set("a", "2")
    map.insert("b")
    #expect(map.count == 3)
    #expect(map.text(of: "a") == "2")
    #expect(map.text(of: "") == "empty")
    #expect(map.text(of: "b") == "")
    #expect(map.text(of: "c") == nil)
    #expect(map.names == ["", "a", "b"])
  }

  @Test("A table grows far beyond the room it was made with and is read back the same")
  func growing() {
    var map = FlatMap(capacity: 1)
    let names = (0..<5_000).map { "blog/post-\($0).md" }
    for name in names { map.set(name, "/" + name) }
    var packer = Packer()
    map.pack(into: &packer)
    var unpacker = Unpacker(packer.bytes)
    let read = FlatMap(unpacking: &unpacker)
    #expect(!unpacker.isDamaged && unpacker.isAtEnd)
    #expect(read.count == 5_000)
    #expect(names.allSatisfy { read.text(of: $0) == "/" + $0 })
    #expect(read.text(of: "blog/post-5000.md") == nil)
    #expect(read.names == names.sorted())
  }

  @Test("A packed value is read where it lies")
  func packedValues() {
    var packer = Packer()
    packer.add(7)
    packer.add("seven")
    var map = FlatMap()
    map.set("n", packed: packer.bytes)
    var unpacker = map.unpacker(of: "n")
    #expect(unpacker?.number() == 7)
    #expect(unpacker?.text() == "seven")
    #expect(unpacker?.isAtEnd == true)
    #expect(map.unpacker(of: "m") == nil)
  }

  @Test("Damaged tables give nothing or something else, and are never read outside their bytes")
  func damage() {
    var map = FlatMap()
    for number in 0..<40 { map.set("name \(number)", "text \(number)") }
    var packer = Packer()
    map.pack(into: &packer)
    for position in packer.bytes.indices {
      for damage: UInt8 in [0xFF, 0x80, 0x01] {
        var bytes = packer.bytes
        bytes[position] ^= damage
        var unpacker = Unpacker(bytes)
        let read = FlatMap(unpacking: &unpacker)
        _ = read.text(of: "name 7")
        _ = read.text(of: "none")
        #expect(read.names.count <= 128)
      }
    }
    for count in 0..<packer.bytes.count {
      var unpacker = Unpacker(Array(packer.bytes.prefix(count)))
      _ = FlatMap(unpacking: &unpacker)
      #expect(unpacker.isDamaged)
    }
  }
}
