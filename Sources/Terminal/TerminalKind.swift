/// What the environment tells of a terminal beside its type.
public enum TerminalKind {
  /// The type of a terminal that calls itself xterm and has 256 colours.
  static let manyColored = "xterm-256color"

  /// The type to go by: where a terminal calls itself `xterm`, and its own variables say that it has 256 colours, the one
  /// that says so too.
  static func name(_ type: String, environment: (String) -> String?) -> String {
    guard type == "xterm" || type == "xterm-color" || type == "xterm-16color" else { return type }
    let isManyColored =
      ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "") || environment("VTE_VERSION") != nil
      || environment("KONSOLE_VERSION") != nil
    // Inside of another program they are those of the terminal around it.
    let isInside = environment("TMUX") != nil || environment("STY") != nil
    return isManyColored && !isInside ? manyColored : type
  }

  /// Whether this is GNU screen, which keeps an Esc to itself while the mouse is reported: it waits for the rest of a
  /// sequence.
  public static func isScreen(_ type: String, environment: (String) -> String?) -> Bool {
    environment("STY") != nil || type.hasPrefix("screen") && environment("TMUX") == nil
  }
}
