import CPosix
import CWatch
import Glibc
import Stage

/// A home with one conference of one session in it, of which notes are taken.
final class House {
  static let title = "Endurance"

  let folder: TemporaryFolder
  /// The home itself: this folder, or one that another file system is mounted on.
  let home: String
  private let conference: String
  private let program: String

  /// A new one, in memory where there is such a folder: what a process leaves there outlives it as on any disk.
  init(_ options: Options, home: String? = nil) throws {
    folder = try TemporaryFolder(in: House.parent)
    self.home = home ?? folder.path
    program = options.program
    // Journals may fall back to a folder that all homes share.
    conference = "torture-\(getpid())-\(folder.path.suffix(6))"
    try folder.write(
      "bundle/agenda.json",
      """
      {"format": "plenary-agenda", "formatVersion": 1,
       "conference": {"id": "\(conference)", "title": "Torture", "timeZone": "UTC",
         "start": "2017-12-04", "end": "2017-12-04"},
       "sessions": [{"id": "s", "title": "\(House.title)", "kind": "session",
         "start": "2017-12-04T09:00", "end": "2017-12-04T10:30"}]}
      """)
  }

  deinit {
    if !folder.isKept { _ = try? removeLastJournals() }
  }

  private static var parent: String { access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp" }

  /// Where journals go when nothing else takes them.
  var lastJournals: String { "/var/tmp/plenary-\(getuid())/journal/\(conference)" }

  /// The journals whose notes are not in their files for all that their names say, apart from one process's own.
  func leftJournals(but process: pid_t) -> [String] {
    ["\(home)/state/plenary/journal/\(conference)", "\(home)/run/plenary/journal/\(conference)", lastJournals]
      .flatMap { TemporaryFolder.names(in: $0) }
      .filter { $0.hasSuffix(".jnl") && !$0.contains("-\(process).") && !$0.contains("-\(process)-") }
  }

  private func removeLastJournals() throws {
    for name in TemporaryFolder.names(in: lastJournals) { unlink("\(lastJournals)/\(name)") }
    rmdir(lastJournals)
  }

  var environment: [String: String] {
    [
      "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_STATE_HOME": home + "/state",
      "XDG_RUNTIME_DIR": home + "/run", "XDG_CACHE_HOME": folder.path + "/cache", "PATH": "/usr/bin:/bin",
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    ]
  }

  /// Starts the program, its calls shown to a watch where there is one.
  func start(watch: Watch? = nil) throws -> Typist {
    let command = [program, "--now", "2017-12-04T09:41", folder.path + "/bundle"]
    return try Typist((watch?.prefix ?? []) + command, environment: environment)
  }

  /// Starts the verb that adds a text to the note.
  func add(_ text: String) throws -> Typist {
    try Typist([program, "notes", "add", "s", text, "--bundle", folder.path + "/bundle"], environment: environment)
  }

  /// Starts it and waits for its first screen.
  ///
  /// - Throws: `Failure` where that does not come.
  func open(watch: Watch? = nil) throws -> Typist {
    let typist = try start(watch: watch)
    try watch?.begin(typist.pseudoTerminal.process)
    guard typist.wait(seconds: 10, until: { $0.sees(House.title) }) else {
      throw Failure(sentence: "the first screen has not come: \(typist.terminal.rows)")
    }
    return typist
  }

  var notes: String { "\(home)/data/plenary/\(conference)/notes" }
  var notePath: String { "\(notes)/session-s.md" }

  /// The note's file; empty where there is none, nil where it is no text.
  var note: String? {
    guard access(notePath, F_OK) == 0 else { return "" }
    return (try? TemporaryFolder.bytes(of: notePath)).flatMap { String(validating: $0, as: UTF8.self) }
  }

  func write(note: String) throws {
    var made = ""
    for part in notes.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    try TemporaryFolder.write(Array(note.utf8), to: notePath)
    chmod(notePath, 0o600)
  }

  /// Files beside the note that should not be there, and modes that let others read.
  var disorder: [String] {
    var found = TemporaryFolder.names(in: notes).filter { $0 != "session-s.md" && !$0.hasPrefix(".plenary-") }
    for path in TemporaryFolder.files(below: home + "/data") + TemporaryFolder.files(below: home + "/state") {
      var info = stat()
      if lstat(path, &info) == 0, info.st_mode & 0o077 != 0 { found.append("others may read \(path)") }
    }
    return found
  }

  /// Keeps the folder, with what was typed and seen, and says where.
  func keep(_ manuscript: Manuscript?, _ typist: Typist?) -> String {
    folder.isKept = true
    let typed = manuscript?.states.map(\.text).joined(separator: "\n---\n") ?? ""
    _ = try? folder.write("typed.txt", typed)
    _ = try? folder.write("screen.txt", typist?.terminal.rows.joined(separator: "\n") ?? "")
    return folder.path
  }
}
