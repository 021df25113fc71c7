#if os(Linux)
  import Glibc

  /// Takes the notices that Linux gives of changes in folders (inotify).
  struct FolderNotices: ~Copyable, Sendable {
    let names: [String]
    let folder: Folder
    private let queue: Descriptor
    /// The watched folders by the number of their watch, named from `folder`; its own name is empty.
    private var watched: [Int32: String] = [:]

    private init(_ queue: consuming Descriptor, _ names: [String], _ folder: Folder) {
      self.names = names
      self.folder = folder
      self.queue = queue
    }

    /// Watches folders of these names from now on.
    static func begin(
      with names: [String], in folder: Folder
    ) throws(SystemError) -> FolderNotices {
      let number = try SystemCall.repeating {
        inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      }
      var notices = FolderNotices(Descriptor(number: number), names, folder)
      try notices.watchEverything()
      return notices
    }

    /// Takes the notices there are, or waits for the first; `nil` when woken.
    mutating func next(
      within milliseconds: Int?, _ waker: borrowing WatchWaker
    ) throws(SystemError) -> FolderChanges? {
      switch try waker.wait(for: queue.number, within: milliseconds) {
      case .woken: return nil
      case .late: return FolderChanges.none
      case .ready: return try changes(in: queue.nextBytes(Self.bufferSize))
      }
    }

    private static let bufferSize = 64 * 1_024

    // MARK: Notices

    private mutating func changes(in bytes: [UInt8]) throws(SystemError) -> FolderChanges {
      var changes = FolderChanges.none
      for notice in FolderNotice.all(in: bytes) {
        if notice.tellsOfLoss {
          changes.addEverything()
          try watchEverything()
        } else if notice.tellsOfEnd {
          watched[notice.watch] = nil
        } else if let parent = watched[notice.watch] {
          try take(notice, in: parent, &changes)
        }
      }
      return changes
    }

    private mutating func take(
      _ notice: FolderNotice, in parent: String, _ changes: inout FolderChanges
    ) throws(SystemError) {
      let isRelevant =
        parent.isEmpty ? names.contains(notice.name) : !FolderScanner.skips(notice.name)
      guard isRelevant, !notice.name.isEmpty else { return }
      let path = parent.isEmpty ? notice.name : "\(parent)/\(notice.name)"
      guard notice.isOfFolder || parent.isEmpty else { return changes.add(path) }
      // A folder brings or takes files of which no notice may come.
      changes.addEverything()
      if notice.tellsOfLeaving { forget(path) }
      if notice.tellsOfComing { try watch(path) }
    }

    // MARK: Watches

    private mutating func watchEverything() throws(SystemError) {
      try add("")
      for name in names { try watch(name) }
    }

    /// Watches a folder and all below it; what vanishes meanwhile is passed over.
    private mutating func watch(_ path: String) throws(SystemError) {
      var pending = [path]
      while let next = pending.popLast() {
        do throws(SystemError) {
          try add(next)
          // It is listed once it is watched, so that nothing comes unseen in between.
          var stream = try FolderStream(
            Descriptor.open(folder.location(ofRelative: next), for: purpose(next)))
          for name in try stream.names() where name.isUTF8 && !FolderScanner.skips(name.text) {
            let kind = name.isSurelyFolder ? .folder : try stream.status(of: name.text)?.kind
            if kind == .folder { pending.append("\(next)/\(name.text)") }
          }
        } catch {
          guard Self.isHarmless(error) else { throw error }
        }
      }
    }

    private func purpose(_ path: String) -> Descriptor.Purpose {
      names.contains(path) ? .folderOrLink : .folder
    }

    private mutating func add(_ path: String) throws(SystemError) {
      let location = path.isEmpty ? folder.path : folder.location(ofRelative: path)
      var mask = FolderNotice.wanted
      if !path.isEmpty, !names.contains(path) { mask |= UInt32(IN_DONT_FOLLOW) }
      let queue = queue.number
      let number = try SystemCall.repeating { inotify_add_watch(queue, location, mask) }
      watched[number] = path
    }

    /// Ends the watches on a folder that is elsewhere now, and on those below it.
    private mutating func forget(_ path: String) {
      for (number, name) in watched where name == path || name.hasPrefix(path + "/") {
        _ = inotify_rm_watch(queue.number, number)
        watched[number] = nil
      }
    }

    /// Whether a folder is simply gone, is none, or may not be read, which reading it will tell.
    private static func isHarmless(_ error: SystemError) -> Bool {
      [.notFound, .notFolder, .isLink, SystemError(code: EACCES)].contains(error)
    }
  }

  /// One notice of a change in a folder.
  private struct FolderNotice {
    let watch: Int32
    private let mask: UInt32
    /// Of what has changed in the folder; empty if it is the folder itself.
    let name: String

    /// What notices are asked for.
    static let wanted =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
      | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_ONLYDIR)

    private func has(_ bits: some BinaryInteger) -> Bool { mask & UInt32(bits) != 0 }

    var isOfFolder: Bool { has(IN_ISDIR) }
    var tellsOfComing: Bool { has(IN_CREATE) || has(IN_MOVED_TO) }
    var tellsOfLeaving: Bool { has(IN_MOVED_FROM) || has(IN_DELETE) }
    /// Whether there were more notices than the system could keep.
    var tellsOfLoss: Bool { has(IN_Q_OVERFLOW) }
    /// Whether a folder is not watched any more.
    var tellsOfEnd: Bool { has(IN_IGNORED) }

    /// The notices in bytes as the system gave them.
    static func all(in bytes: [UInt8]) -> [FolderNotice] {
      bytes.withUnsafeBytes { bytes in
        var notices: [FolderNotice] = []
        var position = 0
        let size = MemoryLayout<inotify_event>.size
        while position + size <= bytes.count {
          let event = bytes.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
          let end = min(position + size + Int(event.len), bytes.count)
          let name = bytes[(position + size)..<end].prefix { $0 != 0 }
          notices.append(
            FolderNotice(
              watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
          position = end
        }
        return notices
      }
    }
  }
#endif
