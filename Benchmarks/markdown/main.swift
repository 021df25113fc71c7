import CommonMark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Parses and renders each file named once, as `peer.c` does with libcmark alone, with every
// extension, all spans and all derived values. Prints the bytes of HTML, holes filled plainly.

var total = 0
var findings = 0
for path in CommandLine.arguments.dropFirst() {
  guard let bytes = read(path) else { exit(3) }
  let document = MarkdownDocument(parsing: MarkdownSource(file: path, bytes: bytes))
  document.html.forEachPiece { piece in
    switch piece {
    case .run(let run): total += run.count
    case .hole: total += 1
    }
  }
  findings += document.diagnostics.count
}
print(total, findings)

func read(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return nil }
  return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
  }
}
