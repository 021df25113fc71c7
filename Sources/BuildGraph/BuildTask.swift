package import Fingerprints

/// Something that makes files from inputs, and whose inputs alone decide what is in the files.
package struct BuildTask: Sendable {
  /// Names the task among all tasks, in every run.
  package let name: String
  /// What each input is, such as `post.title`; tasks of one kind share the list.
  package let keys: [String]
  /// The fingerprint of each input, in the order of the keys.
  package let fingerprints: [Fingerprint]

  package init(name: String, keys: [String], fingerprints: [Fingerprint]) {
    precondition(keys.count == fingerprints.count, "each input has a key and a fingerprint")
    self.name = name
    self.keys = keys
    self.fingerprints = fingerprints
  }
}

/// Why a task has to run.
package enum RunReason: Sendable, Hashable {
  /// No earlier run is known.
  case unknown
  /// The inputs of these keys are not what they were, or are there only now, or no longer.
  case changed([String])
  /// The files it made are not as it left them.
  case spoiled
  /// Someone asked for it.
  case demanded
}
