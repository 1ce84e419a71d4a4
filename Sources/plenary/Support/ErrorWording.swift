import Agenda
import Files
import Glibc
import Interface
import Messages
import Notes
import Terminal

// What can go wrong for several verbs, in words. What only one verb meets stands in its folder.

extension Message {
  static let noShippedBundle = Message("found no conference to open: name a bundle, or set PLENARY_RESOURCES")
  /// What was remembered of notes is in a file that nobody understands.
  static func unreadableSubjects(_ path: String) -> Message {
    Message(
      "%s cannot be read: notes are off the record until “plenary notes attribution” says otherwise of each", path)
  }
  /// A file of a forgotten note is there again.
  static func returned(_ note: ReturnedNote) -> Message {
    Message(
      "a forgotten note has come back at %s; “plenary notes forget %s” removes it", note.path, note.target.id)
  }

  static var nothingOnPlan: Message {
    Message(
      "nothing is starred in this conference: %s stars a session; nothing is written", KeyReference.name(of: "star"))
  }

  static let noHome = Message("there is no home folder")

  static let nothingToReport = Message("there is nothing to report; nothing is written")

  static func cannotOpen(_ path: String) -> Message { Message("%s: cannot be opened", path) }

  /// - Parameter path: of a file or folder, or words for it.
  static func notWritten(_ path: any MessageArgument, _ why: Message) -> Message {
    Message("%s: not written: %s", path, why)
  }

  static func furtherProblems(_ count: Int) -> Message {
    Message("%d more finding, which is not listed", "%d more findings, which are not listed", count: count)
  }

  static func problems(_ count: Int, in path: String) -> Message {
    Message(
      "%2$s: %1$d problem; plenary check lists it", "%2$s: %1$d problems; plenary check lists them", count: count, path)
  }

  static func unknownRoom(_ room: String, names: [String]) -> Message {
    names.isEmpty
      ? Message("--room: found \"%s\", but this agenda has no rooms", room)
      : Message("--room: found \"%s\", expected one of %s", room, Message.beginning(of: names))
  }

  static func unknownTrack(_ track: String, names: [String]) -> Message {
    names.isEmpty
      ? Message("--track: found \"%s\", but this agenda has no tracks", track)
      : Message("--track: found \"%s\", expected one of %s", track, Message.beginning(of: names))
  }

  /// - Parameter candidates: what is meant perhaps.
  static func ambiguousSession(_ words: String, _ count: Int, _ candidates: Message) -> Message {
    Message("\"%s\" can be %d sessions, expected one: %s", words, count, candidates)
  }

  static func unknownSession(_ words: String, _ candidates: Message) -> Message {
    Message("found no session \"%s\", expected its id or words of its title: %s", words, candidates)
  }

  /// All of a short list, the beginning of a long one.
  static func beginning(of names: [String], separator: String = ", ") -> Message {
    let shown = names.prefix(8).joined(separator: separator)
    return names.count > 8 ? Message("%s and %d more", shown, names.count - 8) : .data(shown)
  }
}

extension ScreenError {
  var message: Message {
    switch self {
    case .noTerminal: Message("needs a terminal on standard input and output; plenary check works without one")
    case .unknownTerminal(""): Message("TERM is not set, so the terminal's kind is not known")
    case .unknownTerminal(let name):
      Message("the terminal \"%s\" is not known here; try TERM=xterm-256color", name)
    case .dumbTerminal(let name):
      Message("the terminal \"%s\" cannot move its cursor; try TERM=xterm-256color", name)
    case .system(let code): Message("the terminal cannot be used (error %d)", Int(code))
    }
  }
}

extension FileError {
  /// What went wrong first, the path last: the status line cuts the end.
  var message: Message {
    switch self {
    case .system(let call, let path, let code): Message("%s (%s): %s", Message.systemError(code), call, path)
    case .notARegularFile(let path): Message("no regular file: %s", path)
    case .tooLarge(let path, let bytes, let limit):
      Message("too large (%d bytes, at most %d): %s", bytes, limit, path)
    }
  }

  /// What went wrong with a file whose name stands before it.
  var reason: Message {
    switch self {
    case .system(_, _, let code): .systemError(code)
    case .notARegularFile: Message("found no regular file there, expected one or nothing")
    case .tooLarge: message
    }
  }
}

extension PlanFile.Problem {
  var message: Message {
    switch self {
    case .file(let error): error.message
    case .damaged(let path, let kept?):
      Message("The plan is damaged; kept as %s: %s", String(kept.split(separator: "/").last ?? ""), path)
    case .damaged(let path, nil): Message("The plan is damaged; nothing is written over it: %s", path)
    case .newer(let path, let kept?):
      Message(
        "The plan is of a newer Plenary; kept as %s, and a fresh one begun: %s",
        String(kept.split(separator: "/").last ?? ""), path)
    case .newer(let path, nil): Message("The plan is of a newer Plenary; nothing is written over it: %s", path)
    }
  }
}
