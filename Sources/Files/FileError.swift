/// What the disk would not do: the operation, the path and the reason.
///
/// `description` is the whole message: `cannot write output/a.html: no space left on device`.
public struct FileError: Error, Sendable, Hashable {
  /// What was to be done.
  public let operation: Operation
  /// Where, as a person would name it: the folder as it was given, and the path inside it.
  public let path: String
  /// Why it could not be done.
  public let reason: Reason

  /// Makes an error that is described as `cannot`, the operation, the path and the reason.
  public init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  init(_ operation: Operation, _ path: String, _ error: SystemError) {
    switch error {
    // Links are never followed, so this reason means that one was met.
    case .isLink: self.init(operation, path, .symbolicLink)
    case .notFolder: self.init(operation, path, .fileWhereFolderMustBe)
    default: self.init(operation, path, .system(code: error.code))
    }
  }

  /// Calls `body` and gives a failure the operation and the path it lacks.
  static func naming<Result: ~Copyable>(
    _ operation: Operation, _ path: @autoclosure () -> String,
    _ body: () throws(SystemError) -> Result
  ) throws(FileError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw FileError(operation, path(), error)
    }
  }

  /// What was to be done.
  public enum Operation: String, Sendable, Hashable {
    case createFolder = "create the folder"
    case list
    case lock
    case move
    case open
    case publish
    case read
    case remove
    case watch
    case write
  }

  /// Why it could not be done.
  public indirect enum Reason: Sendable, Hashable {
    /// The system's reason, by its number.
    case system(code: Int32)
    /// A file where a folder must be.
    case fileWhereFolderMustBe
    /// A folder where a file must be.
    case folderWhereFileMustBe
    /// A journal names paths that no publication would name.
    case journalIsForeign
    /// Another process writes to the folder; its id, if it could be read.
    case lockedBy(process: Int?)
    /// The file was different each time it was read.
    case keepsChanging
    /// Neither a file nor a folder nor a link.
    case notAFile
    /// The name is one that publishing needs for itself.
    case reservedName
    /// A link where only files and folders may be.
    case symbolicLink
    /// Folders are nested more deeply than the limit.
    case tooDeep(limit: Int)
    /// The file is longer than the limit in bytes.
    case tooLarge(limit: Int)
    /// There are more files than the limit.
    case tooManyFiles(limit: Int)
    /// Publishing failed for the first reason and could not be undone for the second.
    case unfinished(FileError, undoing: FileError)
    /// The same path was written before in the same publication.
    case writtenTwice
  }
}

extension FileError: CustomStringConvertible {
  /// The whole message for people, lower-case and without a full stop.
  public var description: String { "cannot \(operation.rawValue) \(path): \(words)" }

  private var words: String {
    switch reason {
    case .system(let code): SystemError(code: code).words
    case .fileWhereFolderMustBe: "a file is where a folder must be"
    case .folderWhereFileMustBe: "a folder is where a file must be"
    case .journalIsForeign: "the journal of an interrupted build is not one of this version's"
    case .lockedBy(let process?): "process \(process) is writing to this folder"
    case .lockedBy(nil): "another process is writing to this folder"
    case .keepsChanging: "the file changed each time it was read"
    case .notAFile: "it is neither a file nor a folder"
    case .reservedName: "the name is kept for publishing itself"
    case .symbolicLink: "a symbolic link is never followed or replaced here"
    case .tooDeep(let limit): "folders are nested more than \(limit) deep"
    case .tooLarge(let limit): "the file is longer than \(limit) bytes"
    case .tooManyFiles(let limit): "there are more than \(limit) files"
    case .unfinished(let cause, let undoing):
      "\(cause.description), and then \(undoing.description), so part of it is new and part old"
    case .writtenTwice: "two outputs have this path"
    }
  }

  /// Whether the file or folder is simply not there.
  public var isAbsence: Bool {
    if case .system(let code) = reason { SystemError(code: code) == .notFound } else { false }
  }

  /// What helps, where the reason leaves no doubt.
  public var hint: String? {
    switch reason {
    case .system(let code): SystemError(code: code).hint
    case .fileWhereFolderMustBe, .folderWhereFileMustBe:
      "no earlier build wrote it, so it is left alone; move it away"
    case .symbolicLink: "remove the link, or choose another folder"
    case .lockedBy: "wait until it has finished, or choose another output folder"
    case .keepsChanging: "wait until the program that writes it has finished"
    case .journalIsForeign:
      "run the version that began it, or remove the folder '.gazette-staging' in there"
    case .unfinished: "run the command again; it goes on from there"
    case .notAFile, .reservedName, .tooDeep, .tooLarge, .tooManyFiles,
      .writtenTwice:
      nil
    }
  }
}
