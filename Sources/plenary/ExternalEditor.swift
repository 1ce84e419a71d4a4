import Glibc

/// The user's own editor, as VISUAL or EDITOR names it.
enum ExternalEditor {
  /// Where neither is set, the first of these that is installed.
  private static let usual = ["editor", "nano", "vim", "vi"]

  /// What the user calls it; nil where there is none.
  static var command: String? {
    if let named = Environment.value("VISUAL") ?? Environment.value("EDITOR") { return named }
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return usual.first { name in folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
  }

  /// Program and arguments that open a file with it.
  ///
  /// As git does it, the shell reads the command, which may hold options; it never reads the path.
  static func words(_ command: String, path: String) -> (program: String, arguments: [String]) {
    // The shell makes way for the editor, so that a signal reaches it, unless the command sets variables first.
    let isPlain = !(command.split(separator: " ").first ?? "").contains("=")
    return ("/bin/sh", ["-c", (isPlain ? "exec " : "") + command + " \"$@\"", command, path])
  }
}
