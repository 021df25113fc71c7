/// Writes single files, such as a build's record.
public enum FileWriter {
  /// Puts a file in place at once, so that readers see the old or the new one and never a part.
  ///
  /// Folders on the way are made. Two processes that write the same file do not disturb each
  /// other; the last one wins.
  public static func replace(
    _ path: SitePath, in folder: Folder, with bytes: [UInt8]
  ) throws(FileError) {
    let location = folder.location(of: path)
    let holder = path.parent.map { folder.folder($0) } ?? folder
    try FolderCreation.create(holder)
    try FileError.naming(.write, location) { () throws(SystemError) in
      let opened = try Descriptor.open(holder.path, for: .folderOrLink)
      let name = String(path.name)
      let draft = ".\(SystemCall.processID).\(opened.number).draft"
      do throws(SystemError) {
        let file = try opened.open(draft, for: .creating)
        try file.append(bytes)
        try file.closeReporting()
        try opened.rename(draft, to: name)
      } catch {
        try? opened.removeFile(draft)
        throw error
      }
    }
  }
}
