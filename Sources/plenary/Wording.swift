import Agenda
import Files
import Glibc
import Interface
import Notes
import Terminal

/// The words of the command line, in English.
enum Wording {
  static let timeExpected = "a time such as 2017-12-04T09:41 or 2017-12-04T09:41-05:00"

  static let themes = Theme.Name.allCases.map(\.rawValue).joined(separator: ", ")

  static func help(isTerminal: Bool) -> String {
    """
    Usage: plenary [OPTION]... [BUNDLE|FILE]
           plenary import [--json] [--update] FILE [BUNDLE]
           plenary list
           plenary check [--json] [BUNDLE|FILE]
           plenary export --format FORMAT [-o FILE] [BUNDLE]
           plenary notes VERB [-b BUNDLE]
           plenary kiosk [BUNDLE]

    Opens a conference's agenda bundle in the terminal; without BUNDLE, the
    conference that comes with Plenary, or the last one with a choice of all that
    are known. BUNDLE is a folder with an agenda.json, or
    that file. FILE is a schedule of another program: frab's or Pentabarf's XML,
    schedule JSON, iCalendar, or Sessionize's JSON; - is standard input.

      import              make a bundle of a file, and say what was guessed or odd;
                          without BUNDLE in ~/.local/share/plenary/conferences
          --update        renew a bundle that is there, and keep its other files
          --json          say it as JSON
      list                the conferences that are known: opened before, imported
                          without BUNDLE, or shipped
      check               list every problem of a bundle or a file
      export              write the programme in another format
          --format FORMAT ics, frab-xml, schedule-json, markdown or html
      -o, --output FILE   into this file; otherwise to standard output
          --day DAY       only this day: its date, or its number from 1
          --room ROOM     only this room: its name or its id
          --plan          only what you have starred
      notes list          your notes: session, lines, marks and file
      notes show SESSION  one note; SESSION is an id or words of a title
      notes path SESSION  the file of a note, whether there is one yet or not
      notes add SESSION TEXT
                          add to a note, also while Plenary runs; TEXT - reads
                          standard input
      notes report        all notes, then decisions, actions, questions and quotes
          --format FORMAT markdown, html, csv or ical (the actions as tasks)
      -o, --output FILE   into this file, whose ending can say the format
          --keep-attribution
                          keep names in notes under the Chatham House rule
          --include-off-the-record
                          keep notes on sessions that were off the record
      -b, --bundle BUNDLE for the notes on this conference
      kiosk               show a board of what is on, locked, until SIGTERM
          --room ROOM     only this room, as a sign at its door
          --idle SECONDS  come back to the board after so long, 60 as a rule
          --night HOURS   dim the board at night, as 22:00-07:00
          --no-seconds    a clock without seconds
          --notices FILE  the staff's notices; notices.json of the bundle as a rule
          --log FILE      note there what happens
      -n, --now TIME      start a clock at TIME of the venue, as 2017-12-04T09:41
          --theme NAME    dark, light or mono; otherwise as the terminal says
          --ascii         draw with ASCII characters only
          --no-mouse      leave the mouse to the terminal
      -h, --help          show this and end
      -V, --version       show the version and end

    In the program ? shows all keys and q quits. NO_COLOR=1 switches colours off.
    Exit status: 0; 1 when check found errors or there was nothing to write or show;
    2 when nothing could be opened or written.

    """
  }

  static func usageError(_ mistake: Options.Mistake) -> String {
    switch mistake {
    case .unknownOption(let word): "unknown option \(word); plenary --help lists the options"
    case .missingValue(let word): "\(word) needs a value; plenary --help lists the options"
    case .badValue(let option, let value, let expected): "\(option): found \"\(value)\", expected \(expected)"
    case .notForVerb(let word, "", let owners):
      "\(word) is an option of \(owners.joined(separator: " and ")): plenary \(owners.first ?? "") \(word)"
    case .notForVerb(let word, let verb, _): "\(word) is not an option of \(verb); plenary --help lists the options"
    case .incomplete(let verb, let expected): "plenary \(verb) needs \(expected); plenary --help tells more"
    case .tooManyArguments(let word, let verb):
      "found one word too many for plenary\(verb.isEmpty ? "" : " ")\(verb), \"\(word)\"; plenary --help tells what it takes"
    }
  }

  static func screenError(_ error: ScreenError) -> String {
    switch error {
    case .noTerminal: "needs a terminal on standard input and output; plenary check works without one"
    case .unknownTerminal(let name) where name.isEmpty: "TERM is not set, so the terminal's kind is not known"
    case .unknownTerminal(let name): "the terminal \"\(name)\" is not known here; try TERM=xterm-256color"
    case .dumbTerminal(let name): "the terminal \"\(name)\" cannot move its cursor; try TERM=xterm-256color"
    case .system(let code): "the terminal cannot be used (error \(code))"
    }
  }

  static let noHome = "there is no home folder"

  /// What went wrong first, the path last: the status line cuts the end.
  static func fileError(_ error: FileError) -> String {
    switch error {
    case .system(let call, let path, let code): "\(String(cString: strerror(code))) (\(call)): \(path)"
    case .notARegularFile(let path): "no regular file: \(path)"
    case .tooLarge(let path, let bytes, let limit): "too large (\(bytes) bytes, at most \(limit)): \(path)"
    }
  }

  static func planProblem(_ problem: PlanFile.Problem) -> String {
    switch problem {
    case .file(let error): fileError(error)
    case .damaged(let path, let kept):
      kept.map { "The plan is damaged; kept as \(name($0)): \(path)" }
        ?? "The plan is damaged; nothing is written over it: \(path)"
    }
  }

  /// What is wrong with keeping notes, the most important first.
  static func noteTrouble(_ trouble: NoteTrouble) -> String {
    switch trouble {
    case .notKept(let error): "NOT SAVED, and only this screen has it: \(fileError(error))"
    case .fileNotWritten(_, let error): "Notes are kept, but not written to their file: \(fileError(error))"
    case .journalMoved(let path, let error):
      "Notes are kept in another place for now: \(fileError(error)); it is \(path)"
    }
  }

  static let editRefused = "This note has changed meanwhile; here it is as it is now"

  static func recovered(_ count: Int) -> String { "\(count) notes were recovered as you last saw them" }

  static let noEditor = "There is no editor: set VISUAL or EDITOR to one"

  /// What is said when the user's editor has not simply ended.
  static func editorEnding(_ ending: GuestEnding, _ command: String) -> String? {
    switch ending {
    case .status(0), .abandoned: nil
    case .status(126), .status(127): "Cannot be started: \(command)"
    case .status(let status): "The editor ended with status \(status); the note is as its file was left"
    case .signal(let number): "The editor was ended by signal \(number); the note is as its file was left"
    case .notStarted(let code): "Cannot be started (\(String(cString: strerror(code)))): \(command)"
    }
  }

  static func quitAgain(_ why: String) -> String { "\(why). Quit once more to leave all the same" }

  static func unsafeNotes(_ count: Int) -> String {
    count == 1 ? "A note could not be saved" : "\(count) notes could not be saved"
  }

  private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

  static let noShippedBundle = "found no conference to open: name a bundle, or set PLENARY_RESOURCES"

  static func cannotOpen(_ path: String) -> String { "\(path): cannot be opened" }
  static func damaged(_ path: String) -> String { "\(path): the catalogue cannot be built" }

  /// What `check` says at the end.
  static func summary(errors: Int, warnings: Int, notes: Int) -> String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      counted(errors, "error", "errors"), counted(warnings, "warning", "warnings"), counted(notes, "note", "notes"),
    ].compactMap(\.self)
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  static func sound(_ agenda: Agenda) -> String {
    [
      counted(agenda.sessions.count, "session", "sessions"), counted(agenda.meetings.count, "meeting", "meetings"),
      counted(agenda.documents.count, "document", "documents"),
    ].joined(separator: ", ")
  }
}
