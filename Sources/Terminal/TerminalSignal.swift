/// A signal that the program answers, by its meaning.
public enum TerminalSignal: CaseIterable, Hashable, Sendable {
  /// SIGTERM.
  case terminate
  /// SIGHUP.
  case hangup
  /// SIGINT, from outside: Ctrl-C is a key.
  case interrupt
  /// SIGTSTP, from outside: Ctrl-Z is a key.
  case stop
  /// SIGCONT, after a stop that the program did not choose.
  case resume
  /// SIGWINCH.
  case resize
}
