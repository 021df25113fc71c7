import Diagnostics
import Packing
import Templates
import Testing

/// A store comes back from its bytes as it was, and from other bytes only as one that is safe.
@Suite struct StorePackingTests {
  private static let template = """
    {% if post.author %}{% for p in post.author.posts %}{{ p.title }}, {{ p.date }}, {{ p.month }}, \
    {{ p.date | date('EEEE d MMMM y') }}, {{ p.span }}, {{ p.words }}, {{ p.score }}, {{ p.body }}, \
    {{ p.title | upper | truncate(5) }}, {{ p.author.name if p.author else 'nobody' }};
    {% endfor %}{% endif %}{{ post.title | reverse }}
    """

  private static func bytes(of site: SmallSite) -> [UInt8] {
    var packer = Packer()
    site.store.pack(roots: [site.firstPost], into: &packer)
    return packer.bytes
  }

  /// What the template prints of the store in some bytes; `nil` if it is refused.
  private static func printed(_ bytes: [UInt8], _ site: SmallSite, _ program: Program) -> String? {
    var unpacker = Unpacker(bytes)
    let (store, roots) = DataStore.unpacked(&unpacker, schema: site.schema)
    guard !unpacker.isDamaged, let post = roots.first, post.isRecord(site.post) else { return nil }
    var renderer = Renderer()
    var output = OutputBuffer()
    do throws(RenderError) {
      _ = try renderer.render(
        program, globals: [post], site: store, page: .empty, into: &output)
      return output.withBytes { String(decoding: $0, as: UTF8.self) }
    } catch {
      return error.diagnostic.message
    }
  }

  private static func program(of site: SmallSite) throws -> Program {
    let result = site.compiler(["main.html": template]).compile(
      entry: "main.html", globals: [GlobalVariable("post", .record(site.post))])
    return try #require(result.program, "\(site.messages(result.diagnostics))")
  }

  @Test func comesBackTheSame() throws {
    let site = SmallSite()
    let program = try Self.program(of: site)
    var page = OutputBuffer()
    var renderer = Renderer()
    _ = try renderer.render(
      program, globals: [site.firstPost], site: site.store, page: .empty, into: &page)
    let expected = page.withBytes { String(decoding: $0, as: UTF8.self) }
    #expect(expected.contains("Alone, 1969-12-31"))
    #expect(Self.printed(Self.bytes(of: site), site, program) == expected)
  }

  @Test func damageIsRefusedOrHarmless() throws {
    let site = SmallSite()
    let program = try Self.program(of: site)
    let bytes = Self.bytes(of: site)
    var refused = 0
    for position in bytes.indices {
      for damage: UInt8 in [0x01, 0x02, 0x08, 0x10, 0x80, 0xFF] {
        var damaged = bytes
        damaged[position] ^= damage
        if Self.printed(damaged, site, program) == nil { refused += 1 }
      }
    }
    // Nearly half of the bytes are places, counts and kinds.
    #expect(refused > bytes.count)
    for count in 0..<bytes.count {
      #expect(Self.printed(Array(bytes.prefix(count)), site, program) == nil)
    }
  }

  @Test func aStoreOfAnotherSchemaIsRefused() throws {
    let site = SmallSite()
    var other = Schema()
    let author = other.declare("author")
    let post = other.declare("post")
    other.define(author, fields: [.init("name", .int)])
    other.define(post, fields: [.init("title", .string)])
    var unpacker = Unpacker(Self.bytes(of: site))
    _ = DataStore.unpacked(&unpacker, schema: other)
    #expect(unpacker.isDamaged)
  }
}
