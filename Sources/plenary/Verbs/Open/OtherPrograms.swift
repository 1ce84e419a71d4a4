import CPosix
import Glibc
import Markup

/// The desktop that the terminal stands on, where there is one.
@MainActor
enum Desktop {
  /// What was started and has not been seen to end.
  private static var started: [pid_t] = []

  private static let programs: [String] = ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open"]

  /// Opens an address with xdg-open, without waiting for it; false where there is no desktop to open it on.
  ///
  /// The program is started directly, never through a shell, and its words do not reach the screen.
  static func open(_ url: String) -> Bool {
    guard let file = programs.first(where: { Glibc.access($0, X_OK) == 0 }) else { return false }
    return start(file, [url])
  }

  /// Shows a notification with notify-send, where there is one and a desktop to show it on; nobody waits for it.
  static func notify(_ text: String) {
    let file = "/usr/bin/notify-send"
    guard Glibc.access(file, X_OK) == 0 else { return }
    // Its body is markup.
    _ = start(file, ["--app-name=Plenary", "--", "Plenary", HTMLText.escaped(text)])
  }

  private static func start(_ file: String, _ arguments: [String]) -> Bool {
    guard Environment.value("DISPLAY") != nil || Environment.value("WAYLAND_DISPLAY") != nil else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([file] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    // A session of its own: closing the terminal does not close what was opened.
    guard plenary_start(&child, file, &actions, 1, &words) == 0 else { return false }
    started.append(child)
    return true
  }

  /// Lets go of those that have ended, which would stay in the table of processes as long as the program runs.
  static func reap() {
    started.removeAll { waitpid($0, nil, WNOHANG) != 0 }
  }
}

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

  /// Program and arguments that open a file with it, at a line where it is known how it is told.
  ///
  /// As git does it, the shell reads the command, which may hold options; it never reads the path.
  static func words(_ command: String, path: String, line: Int) -> (program: String, arguments: [String]) {
    // The shell makes way for the editor, so that a signal reaches it, unless the command sets variables first.
    let isPlain = !(command.split(separator: " ").first ?? "").contains("=")
    return ("/bin/sh", ["-c", (isPlain ? "exec " : "") + command + " \"$@\"", command] + place(command, path, line))
  }

  /// How editors take a line: vi and nano before the file, others behind its name, the rest not at all.
  private static let linesBefore: Set<Substring> = [
    "vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "mg", "micro", "joe", "kak", "ne", "jed",
    "mcedit",
    "gedit", "gvim", "nvi",
  ]
  private static let linesBehind: Set<Substring> = ["hx", "helix", "subl", "zed"]
  private static let linesAsOption: Set<Substring> = ["code", "codium", "code-insiders"]

  private static func place(_ command: String, _ path: String, _ line: Int) -> [String] {
    guard line > 1 else { return [path] }
    // The program is the first word that sets no variable.
    let program = command.split(separator: " ").first { !$0.contains("=") } ?? ""
    let name = program.split(separator: "/").last ?? ""
    if linesBefore.contains(name) { return ["+\(line)", path] }
    if linesBehind.contains(name) { return ["\(path):\(line)"] }
    return linesAsOption.contains(name) ? ["-g", "\(path):\(line)"] : [path]
  }
}
