/// What went wrong with a file of the user's, as facts.
public enum NoteError: Error, Equatable, Sendable {
  /// A system call failed.
  case system(call: String, path: String, errno: Int32)
  case notARegularFile(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The plan could not be understood; the damaged file was kept under this name.
  case damagedPlan(path: String, keptAs: String)
}
