import Agenda
import Files
import Notes

extension Wording {
  static let notesVerbs = "one of list, show, path, add and report"
  static let session = "a session: its id, or words of its title"
  static let sessionAndText = "a session and a text, or - for standard input"
  static let reportFormats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
  static let standardInput = "standard input"
  static let noNotes = "there are no notes on this conference"
  static let nothingToReport = "there is nothing to report; nothing is written"
  static let nothingToAdd = "found no text to add, expected a word at least; nothing is written"

  static func noNote(_ subject: NoteSubject) -> String { "there is no note on \(subject.title)" }

  static func notAdded(_ error: FileError) -> String { "nothing is added: \(fileError(error))" }

  static func keptInJournal(_ path: String, _ error: FileError) -> String {
    "kept in \(path), and put into the note when Plenary starts next: \(fileError(error))"
  }

  /// Cleaned cells with tabs between them: identifier, day and time, title, lines, marks, path.
  static func listLine(_ note: NoteText, about subject: NoteSubject?, _ shelf: NoteShelf) -> String {
    let time: String
    if shelf.subjects[note.target] == nil {
      time = "not in the agenda"
    } else {
      time = subject?.start.map { moment($0, shelf.agenda) } ?? ""
    }
    let columns = [
      note.target.name, time, subject?.title ?? note.target.id,
      note.lineCount == 1 ? "1 line" : "\(note.lineCount) lines", marks(in: note.text), note.path,
    ]
    return columns.map { TextCleaner(lines: .single).clean($0).string }.joined(separator: "\t")
  }

  /// `2 actions (1 done), 1 question`.
  private static func marks(in text: String) -> String {
    let marks = NoteMark.all(in: text)
    return NoteMark.Kind.allCases.compactMap { kind in
      let found = marks.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      let done = found.count { $0.isTicked }
      let word: String =
        switch kind {
        case .action: found.count == 1 ? "action" : "actions"
        case .decision: found.count == 1 ? "decision" : "decisions"
        case .question: found.count == 1 ? "question" : "questions"
        case .quote: found.count == 1 ? "quote" : "quotes"
        }
      return "\(found.count) \(word)\(done == 0 ? "" : " (\(done) \(kind == .action ? "done" : "answered"))")"
    }.joined(separator: ", ")
  }

  private static func moment(_ instant: Instant, _ agenda: Agenda) -> String {
    let local = agenda.conference.zone.local(instant)
    return "\(local.date) \(local.clock)"
  }

  /// `opening (2017-12-04 09:00, Welcome and Introductions)`.
  static func candidate(_ subject: NoteSubject, _ agenda: Agenda) -> String {
    let isSession = subject.start != nil
    let when = subject.start.map { moment($0, agenda) + ", " } ?? ""
    return "\(isSession ? subject.target.id : subject.target.name) (\(when)\(subject.title))"
  }

  static func ambiguous(_ words: String, _ candidates: [String]) -> String {
    "\"\(words)\" can be \(candidates.count) sessions, expected one: \(some(candidates))"
  }

  static func noSuchSession(_ words: String, _ candidates: [String]) -> String {
    "found no session \"\(words)\", expected its id or words of its title: \(some(candidates))"
  }

  /// All of a short list, the beginning of a long one.
  private static func some(_ candidates: [String]) -> String {
    let shown = candidates.prefix(8).joined(separator: "; ")
    return candidates.count > 8 ? "\(shown) and \(candidates.count - 8) more" : shown
  }
}
