/// Why there is no screen.
public enum ScreenError: Error, Equatable, Sendable {
  /// Standard input or standard output is not a terminal.
  case noTerminal
  /// Terminfo has no entry of that name, which is empty where TERM is not set.
  case unknownTerminal(String)
  /// The terminal of that name cannot move its cursor.
  case dumbTerminal(String)
  /// The terminal or the memory behind the screen refused, with this `errno`.
  case system(code: Int32)
}
