import Glibc
public import Messages

/// The translations of the checkout, compiled where the program looks for them, as `make` does.
public enum Translation {
  /// French as `Resources/po/fr.po` has it now.
  public static var french: Messages { get throws { Messages(languages: ["fr"], folder: try compiled.get()) } }

  /// The folder of catalogues.
  public static var folder: String { get throws { try compiled.get() } }

  private static let compiled: Result<String, PseudoTerminal.Failure> = {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    var folder = root
    for part in [".build", "locale", "fr", "LC_MESSAGES"] {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    // Several test programs may do this at once.
    let file = "\(folder)/plenary.mo.\(getpid())"
    let run = try? ProgramRun(
      "/usr/bin/msgfmt", ["--output-file", file, root + "/Resources/po/fr.po"], environment: [:])
    guard run?.exit == .status(0), rename(file, "\(folder)/plenary.mo") == 0 else {
      return .failure(PseudoTerminal.Failure(operation: "msgfmt: \(run?.errors ?? "not started")", code: errno))
    }
    return .success(root + "/.build/locale")
  }()
}
