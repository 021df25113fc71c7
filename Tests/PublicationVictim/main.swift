// A process that publishes a small site and kills itself on the way, so that tests see what a
// real `kill -9` leaves behind.
//
//     publication-victim FOLDER KILL FAIL [+PATH=TEXT | -PATH]...
//
// KILL is the number of the moment at which it dies, counted from 0; FAIL the number of the moment
// that fails. A negative number means never. It ends with status 0 if it published, else with 1.

import Files
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst().prefix(2).compactMap { Int($0) }
guard let folder = arguments.first, numbers.count == 2 else { exit(2) }

let moment = Atomic(0)
let probe: Publication.Probe = { _ throws(FileError) in
  let now = moment.wrappingAdd(1, ordering: .relaxed).oldValue
  if now == numbers[0] { kill(getpid(), SIGKILL) }
  if now == numbers[1] { throw FileError(.write, "victim", .system(code: ENOSPC)) }
}

do {
  let publication = try Publication(in: Folder(folder), probe: probe)
  var stale = [SitePath]()
  for change in arguments.dropFirst(3) {
    let parts = change.dropFirst().split(separator: "=", maxSplits: 1)
    let path = try SitePath(String(parts[0]))
    if change.first == "-" {
      stale.append(path)
    } else {
      try publication.stage(Array(parts[1].utf8), at: path)
    }
  }
  try publication.commit(removing: stale)
  exit(0)
} catch {
  exit(1)
}
