import Files
import Foundation
import Testing

@Suite struct ReadingTests {
  let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test func listsFilesByTheBytesOfTheirPaths() throws {
    for name in ["b.md", "a/z.md", "a-b.md", "a/y/x.md", "Z.md", "é.md"] {
      try temporary.write(name, to: name)
    }
    let listing = try FolderScanner().scan(temporary.folder)
    #expect(
      listing.files.map(\.path.text) == ["Z.md", "a-b.md", "a/y/x.md", "a/z.md", "b.md", "é.md"])
    #expect(listing.files.map(\.stamp?.size) == [4, 6, 8, 6, 4, 5])
    #expect(listing.leftOut == [])
    #expect(
      try FileReader.stamp(of: SitePath("b.md"), in: temporary.folder) == listing.files[4].stamp)
  }

  @Test func filesNeedNotBeLookedAt() throws {
    for name in ["b.md", "a/z.md", "a/y/x.md"] { try temporary.write(name, to: name) }
    try temporary.link("a/out.md", to: "/etc/passwd")
    let listing = try FolderScanner(looksAtFiles: false).scan(temporary.folder)
    #expect(listing.files.map(\.path.text) == ["a/y/x.md", "a/z.md", "b.md"])
    #expect(listing.files.allSatisfy { $0.stamp == nil })
    #expect(listing.leftOut.map(\.name) == ["a/out.md"])
  }

  @Test func passesOverDotFilesAndWhatEditorsLeave() throws {
    for name in [".git/config", ".a.md.swp", "a.md~", "#a.md#", "a.md.swp", "b.swo", "c.swx"] {
      try temporary.write("x", to: name)
    }
    for name in ["#", "a#.md", "swp"] { try temporary.write("x", to: name) }
    let listing = try FolderScanner().scan(temporary.folder)
    #expect(listing.files.map(\.path.text) == ["#", "a#.md", "swp"])
    #expect(listing.leftOut == [])
  }

  @Test func reportsWhatCannotBeRead() throws {
    try temporary.createFolder("real")
    try temporary.link("linked", to: "real")
    try temporary.link("out.md", to: "/etc/passwd")
    try temporary.write("x", to: "back\\slash.md")
    #expect(mkfifo(temporary.path + "/pipe", 0o600) == 0)
    let listing = try FolderScanner().scan(temporary.folder)
    #expect(listing.files == [])
    #expect(
      listing.leftOut.map(\.description) == [
        "back\\slash.md cannot be used: folders are separated by '/', not by a backslash",
        "linked is a symbolic link, which is not followed",
        "out.md is a symbolic link, which is not followed",
        "pipe is neither a file nor a folder",
      ])
  }

  @Test func depthAndNumberAreBounded() throws {
    try temporary.write("x", to: "a/b/c.md")
    try temporary.write("x", to: "d.md")
    let deep = #expect(throws: FileError.self) {
      try FolderScanner(limits: .init(depth: 1)).scan(temporary.folder)
    }
    #expect(message(deep, in: temporary) == "cannot list a/b: folders are nested more than 1 deep")
    let many = #expect(throws: FileError.self) {
      try FolderScanner(limits: .init(files: 1)).scan(temporary.folder)
    }
    #expect(message(many, in: temporary) == "cannot list FOLDER: there are more than 1 files")
  }

  @Test func missingFolderIsAnError() {
    let error = #expect(throws: FileError.self) {
      try FolderScanner().scan(Folder(temporary.path + "/content"))
    }
    #expect(message(error, in: temporary) == "cannot list content: no such file or folder")
  }

  @Test func readsWholeFilesWithTheirStamp() throws {
    try temporary.write("", to: "empty.md")
    try temporary.write(String(repeating: "long ", count: 50_000), to: "a/long.md")
    #expect(try FileReader.read(SitePath("empty.md"), in: temporary.folder).bytes == [])
    let long = try FileReader.read(SitePath("a/long.md"), in: temporary.folder)
    #expect(long.bytes.count == 250_000)
    #expect(try FileReader.stamp(of: SitePath("a/long.md"), in: temporary.folder) == long.stamp)
    #expect(try FileReader.stamp(of: SitePath("a/none.md"), in: temporary.folder) == nil)
    #expect(try FileReader.stamp(of: SitePath("a"), in: temporary.folder) == nil)
  }

  @Test(arguments: [
    ("none.md", "cannot read none.md: no such file or folder"),
    ("link.md", "cannot read link.md: a symbolic link is never followed or replaced here"),
    ("folder", "cannot read folder: a folder is where a file must be"),
    ("big.md", "cannot read big.md: the file is longer than 3 bytes"),
    ("big.md/x", "cannot read big.md/x: a file is where a folder must be"),
    ("pipe", "cannot read pipe: it is neither a file nor a folder"),
  ])
  func saysWhyAFileCannotBeRead(name: String, expected: String) throws {
    try temporary.write("four", to: "big.md")
    try temporary.link("link.md", to: "big.md")
    try temporary.createFolder("folder")
    #expect(mkfifo(temporary.path + "/pipe", 0o600) == 0)
    let path = try SitePath(name)
    let error = #expect(throws: FileError.self) {
      try FileReader.read(path, in: temporary.folder, limit: 3)
    }
    #expect(message(error, in: temporary) == expected)
  }

  #if os(Linux)
    @Test func fileThatIsNeverAsLongAsItSaysIsGivenUp() throws {
      // The files of this folder claim to be empty and are not.
      let path = try SitePath("self/status")
      let error = #expect(throws: FileError.self) {
        try FileReader.read(path, in: Folder("/proc"))
      }
      #expect(
        error?.description
          == "cannot read /proc/self/status: the file changed each time it was read")
      #expect(error?.hint == "wait until the program that writes it has finished")
    }
  #endif

  @Test func replacingAFileMakesFoldersAndLeavesNothingElse() throws {
    let path = try SitePath("a/b/record")
    try FileWriter.replace(path, in: temporary.folder, with: Array("one".utf8))
    try FileWriter.replace(path, in: temporary.folder, with: Array("two".utf8))
    #expect(try temporary.contents() == ["a": "/", "a/b": "/", "a/b/record": "two"])
    let blocked = try SitePath("a/b/record/x")
    let error = #expect(throws: FileError.self) {
      try FileWriter.replace(blocked, in: temporary.folder, with: [])
    }
    #expect(
      message(error, in: temporary)
        == "cannot write a/b/record/x: a file is where a folder must be")
  }

  @Test func diskThatIsFullIsNamedWithAHint() {
    let error = FileError(.write, "output/index.html", .system(code: ENOSPC))
    #expect(error.description == "cannot write output/index.html: no space left on device")
    #expect(error.hint == "free some space and run the command again")
  }

  @Test func aFileSystemThatTakesNoFoldersIsAnError() {
    #expect(throws: FileError.self) {
      try FolderCreation.create(Folder("/proc/gazette/of-its-own"))
    }
  }
}
