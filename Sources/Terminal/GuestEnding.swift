/// How a program ended that the terminal was lent to.
public enum GuestEnding: Equatable, Sendable {
  case status(Int32)
  case signal(Int32)
  /// It could not be started, and why (an `errno`).
  case notStarted(Int32)
  /// It may go on, but this program has been told to end.
  case abandoned
}
