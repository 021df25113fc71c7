import Foundation

// theme-embedder FOLDER OUTPUT: writes the templates of a folder as Swift source.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: theme-embedder FOLDER OUTPUT\n".utf8))
  exit(2)
}
do {
  let source = Array(try EmbeddedTheme(folder: URL(filePath: arguments[1])).source.utf8)
  // A file that stays as it was is not compiled again.
  if FileManager.default.contents(atPath: arguments[2]).map({ Array($0) }) == source { exit(0) }
  // Foundation's own way of writing a file makes linkers warn of mktemp.
  guard let output = fopen(arguments[2], "wb"),
    fwrite(source, 1, source.count, output) == source.count, fclose(output) == 0
  else { throw CocoaError(.fileWriteUnknown) }
} catch {
  FileHandle.standardError.write(Data("theme-embedder: \(error)\n".utf8))
  exit(1)
}
