/// What went wrong with a file of the user's, as facts.
public enum NoteError: Error, Equatable, Sendable {
  /// A system call failed.
  case system(call: String, path: String, errno: Int32)
  /// A folder, a device or the like stands where a file should be.
  case notARegularFile(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The plan could not be understood. The file was kept under another name; nil where it could not be moved, and
  /// then it stays where it is and nothing is written over it.
  case damagedPlan(path: String, keptAs: String?)
}
