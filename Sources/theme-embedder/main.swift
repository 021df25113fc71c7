import Foundation

// theme-embedder FOLDER OUTPUT: writes the templates of a folder as Swift source.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: theme-embedder FOLDER OUTPUT\n".utf8))
  exit(2)
}
do {
  let theme = try EmbeddedTheme(folder: URL(filePath: arguments[1]))
  try theme.source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
} catch {
  FileHandle.standardError.write(Data("theme-embedder: \(error)\n".utf8))
  exit(1)
}
