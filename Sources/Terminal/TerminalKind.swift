/// What the environment tells of a terminal beside its type.
public enum TerminalKind {
  /// The type of the same terminal with 256 colours, as terminfo names it where it knows one.
  static func manyColored(_ type: String) -> String { "\(type.prefix { $0 != "-" })-256color" }

  /// Whether a terminal understands what xterm does, or passes over it; the others are real ones, or show what they do
  /// not know.
  static func isEmulator(_ type: String) -> Bool {
    let others = ["linux", "vt", "ansi", "cons", "sun", "pcansi", "eterm", "hurd", "mach", "cygwin", "wy", "hp"]
    return !others.contains { type.hasPrefix($0) } || type.hasPrefix("vte")
  }

  /// The type to go by: where a terminal calls itself `xterm`, and its own variables say that it has 256 colours, the one
  /// that says so too.
  static func name(_ type: String, environment: (String) -> String?) -> String {
    guard type == "xterm" || type == "xterm-color" || type == "xterm-16color" else { return type }
    let isManyColored =
      ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "") || environment("VTE_VERSION") != nil
      || environment("KONSOLE_VERSION") != nil
    // Inside of another program they are those of the terminal around it.
    let isInside = environment("TMUX") != nil || environment("STY") != nil
    return isManyColored && !isInside ? manyColored(type) : type
  }

  /// Whether this is GNU screen, which keeps an Esc to itself while the mouse is reported: it waits for the rest of a
  /// sequence.
  public static func isScreen(_ type: String, environment: (String) -> String?) -> Bool {
    environment("STY") != nil || type.hasPrefix("screen") && environment("TMUX") == nil
  }
}
