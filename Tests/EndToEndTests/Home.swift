import Cells
import Glibc
import Support
import Testing

/// Somebody's home with nothing in it yet, in which Plenary is started.
final class Home {
  /// The conference's Monday, in the middle of its opening.
  static let monday = "2017-12-04T09:41"

  let folder: TemporaryFolder
  var cache: String { folder.path + "/cache" }
  var data: String { folder.path + "/data" }

  init() throws {
    folder = try TemporaryFolder()
    for name in ["cache", "data", "home", "state"] { folder.folder(name) }
  }

  var environment: [String: String] {
    [
      "HOME": folder.path + "/home", "XDG_CACHE_HOME": cache, "XDG_DATA_HOME": data,
      "XDG_STATE_HOME": folder.path + "/state", "PLENARY_RESOURCES": Checkout.resources, "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin",
    ]
  }

  /// Opens a bundle, or the shipped conference, on a terminal.
  func open(
    _ bundle: String? = nil, _ options: [String] = [], at time: String? = monday,
    size: Size = Size(width: 80, height: 24), environment changes: [String: String] = [:]
  ) throws -> TerminalStory {
    let arguments = (time.map { ["--now", $0] } ?? []) + options + (bundle.map { [$0] } ?? [])
    let story = try TerminalStory(
      BuiltProgram.path("plenary"), arguments, environment: environment.merging(changes) { $1 }, size: size)
    story.keep(self)
    return story
  }

  /// Opens the shipped conference below a shell with job control, which says `stopped 1` when the program has stopped,
  /// brings it back for Enter, and says at last how it ended.
  func openAsJob() throws -> TerminalStory {
    let story = try TerminalStory(
      "/bin/sh",
      [
        "-c",
        "set -m; \(BuiltProgram.path("plenary")) --now \(Self.monday); "
          + "while [ $? -gt 128 ]; do n=$((n+1)); echo stopped $n; read line; fg >/dev/null; done; echo ended",
      ], environment: environment)
    story.keep(self)
    return story
  }

  /// Runs the program without a terminal.
  func run(_ arguments: String..., environment changes: [String: String] = [:]) throws -> ProgramRun {
    try run(arguments, environment: changes)
  }

  func run(_ arguments: [String], environment changes: [String: String] = [:]) throws -> ProgramRun {
    try ProgramRun(
      BuiltProgram.path("plenary"), arguments,
      environment: environment.merging(["TERM": "xterm-256color"]) { $1 }.merging(changes) { $1 })
  }
}

extension Home {
  /// Waits until a version of the conference `sample` is kept, which is after the first picture.
  func wait(untilVersionIsKeptBy story: TerminalStory) throws {
    try story.wait("keep a version") { _ in
      (try? TemporaryFolder.bytes(of: data + "/plenary/sample/versions/versions.jsonl")) != nil
    }
  }

  /// Writes a bundle of these sessions, each the inside of a JSON object, and gives its path.
  func bundle(
    sessions: [String], conference: String = "", also: String = "", name: String = "bundle"
  ) throws -> String {
    try bundle(
      name: name,
      agenda: """
        {"format": "plenary-agenda", "formatVersion": 1,
         "conference": {"id": "sample", "title": "A sample", "timeZone": "America/New_York",
           "start": "2017-12-04", "end": "2017-12-05"\(conference.isEmpty ? "" : ", " + conference)},
         "sessions": [\(sessions.map { "{\($0)}" }.joined(separator: ",\n"))]\(also.isEmpty ? "" : ",\n" + also)}
        """)
  }

  /// Writes a bundle with that agenda and gives its path.
  func bundle(name: String = "bundle", agenda: String) throws -> String {
    try bundle(name: name, bytes: Array(agenda.utf8))
  }

  func bundle(name: String = "bundle", bytes: [UInt8]) throws -> String {
    try folder.write("\(name)/agenda.json", bytes)
    return "\(folder.path)/\(name)"
  }
}
