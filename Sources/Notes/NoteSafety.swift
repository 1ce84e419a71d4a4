public import Files

/// How safe what has been written in a note is at this moment.
public enum NoteSafety: Equatable, Sendable {
  /// In the journal, as far as the kernel: the death of the program loses nothing, a cut of power may.
  case kept
  /// In the journal on disk: a cut of power loses nothing either.
  case saved
  /// Neither, and why.
  case notSaved(FileError)
}
