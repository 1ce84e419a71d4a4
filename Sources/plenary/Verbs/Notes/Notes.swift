import Agenda
import Files
import Glibc
import Messages
import Notes

extension Verb {
  /// `plenary notes …`: notes for scripts, beside a running Plenary or without one.
  static let notes = [
    Verb.group("notes", Message("your notes, from the command line"), options: [notesBundle.row]),
    Verb(
      "notes list", Message("your notes: session, lines, marks and file"), options: [notesBundle.row]
    ) { arguments, console in
      withShelf(arguments, console) { runList($0, console) }
    },
    Verb(
      "notes show", Message("one note; SESSION is an id or words of a title"), "SESSION", count: 1...Int.max,
      expected: session, options: [notesBundle.row]
    ) { arguments, console in
      withSession(arguments, console) { runShow($0, in: $1, console) }
    },
    Verb(
      "notes path", Message("the file of a note, whether there is one yet or not"), "SESSION", count: 1...Int.max,
      expected: session, options: [notesBundle.row]
    ) { arguments, console in
      withSession(arguments, console) { runPath($0, in: $1, console) }
    },
    Verb(
      "notes add", Message("add to a note, also while Plenary runs; TEXT - reads standard input"), "SESSION TEXT",
      count: 2...Int.max, expected: Message("a session and a text, or - for standard input"), options: [notesBundle.row]
    ) { arguments, console in
      withShelf(arguments, console) { shelf in
        guard let subject = shelf.subject(arguments.operands[0]) else { return ExitStatus.usage }
        return runAdd(arguments.operands.dropFirst().joined(separator: " "), to: subject, in: shelf, console)
      }
    },
    Verb(
      "notes attribution",
      Message("what may be told of a note: public, chatham-house or off-the-record; without RULE, what holds now"),
      "SESSION [RULE]", count: 1...Int.max, expected: Message("a session, and a rule to set"),
      options: [notesBundle.row]
    ) { arguments, console in
      withShelf(arguments, console) { runAttribution(arguments.operands, in: $0, console) }
    },
    Verb(
      "notes report", Message("all notes, then decisions, actions, questions and quotes"),
      options: ReportRequest.options + [notesBundle.row]
    ) { arguments, console in
      var request = ReportRequest(arguments)
      return withShelf(arguments, console) { shelf in
        guard request.select(arguments, in: shelf, console) else { return ExitStatus.usage }
        return runReport(request, of: shelf, console)
      }
    },
  ]

  static let notesBundle = Option(
    "bundle", letter: "b", "BUNDLE", Message("for the notes on this conference"), completion: .files)
  static let session = Message("a session: its id, or words of its title")

  static func withShelf(
    _ arguments: Arguments, _ console: Console, _ body: (NoteShelf) -> Int32
  ) -> Int32 {
    NoteShelf(bundle: arguments.value(notesBundle), console).map(body) ?? ExitStatus.usage
  }

  static func withSession(
    _ arguments: Arguments, _ console: Console, _ body: (NoteSubject, NoteShelf) -> Int32
  ) -> Int32 {
    withShelf(arguments, console) { shelf in
      shelf.subject(arguments.operands.joined(separator: " ")).map { body($0, shelf) } ?? ExitStatus.usage
    }
  }
}

/// A day that is asked for by its date or as the one on which that is asked.
enum ReportDay: Equatable {
  case date(CalendarDate)
  case today

  init?(_ text: String) {
    if text == "today" {
      self = .today
    } else if let date = try? StrictTime.date(text) {
      self = .date(date)
    } else {
      return nil
    }
  }
}

/// What `plenary notes report` is asked for.
struct ReportRequest {
  var format: ReportFormat
  /// Nil and `-` are standard output.
  var output: String?
  var report = Report.Options()
  /// The time of its making; nil takes the clock's.
  var now: SimulatedTime?

  private static let format = Option(
    "format", "FORMAT", oneOf: ReportFormat.self, Message("markdown, html, csv or ical (the actions as tasks)"))
  private static let output = Option(
    "output", letter: "o", "FILE", Message("into this file, whose ending can say the format"), completion: .files)
  private static let keepAttribution = Option(
    flag: "keep-attribution", Message("keep names in notes under the Chatham House rule"))
  private static let includeOffTheRecord = Option(
    flag: "include-off-the-record", Message("keep notes on sessions that were off the record"))

  private static let keepDoubtful = Option(
    flag: "keep-doubtful", Message("keep lines that may name somebody, where nobody is asked"))

  private static let session = Option(
    "session", "SESSION", Message("only the notes on this: an id or words of a title"))
  private static let day = Option(
    "day", "DAY", Message("only the notes on sessions of this day, as 2017-12-04, or today"),
    expected: Message("a day such as 2017-12-04, or today")
  ) { ReportDay($0) }
  private static let since = Option(
    "since", "TIME", Message("only what was written or changed since then, as 2017-12-04T14:00"),
    expected: Message("a day such as 2017-12-04, or a time such as 2017-12-04T14:00")
  ) { text in SimulatedTime(text) ?? SimulatedTime(text + "T00:00") }
  private static let rapporteur = Option("rapporteur", "NAME", Message("who has taken the notes; otherwise your name"))

  static let options = [
    format.row, output.row, session.row, day.row, since.row, rapporteur.row, keepAttribution.row,
    includeOffTheRecord.row, keepDoubtful.row, SimulatedTime.option.row,
  ]

  /// Takes over which notes are wanted; false where what was asked for is not there, and that is said.
  mutating func select(_ arguments: Arguments, in shelf: NoteShelf, _ console: Console) -> Bool {
    let zone = shelf.agenda.conference.zone
    if let words = arguments.value(ReportRequest.session) {
      guard let subject = shelf.subject(words) else { return false }
      report.subject = subject
    }
    switch arguments.value(ReportRequest.day) {
    case .date(let date): report.day = date
    case .today: report.day = shelf.agenda.conference.day(of: now?.instant(in: zone) ?? NoteShelf.now)
    case nil: break
    }
    report.since = arguments.value(ReportRequest.since)?.instant(in: zone)
    report.rapporteur = arguments.value(ReportRequest.rapporteur) ?? shelf.author
    return true
  }

  /// The format is asked for, or seen from the output's name, or Markdown.
  init(_ arguments: Arguments) {
    output = arguments.value(ReportRequest.output)
    format =
      arguments.value(ReportRequest.format) ?? output.flatMap { ReportFormat(fileName: $0) } ?? .markdown
    now = arguments.value(SimulatedTime.option)
    report.keepsAttribution = arguments.has(ReportRequest.keepAttribution)
    report.includesOffTheRecord = arguments.has(ReportRequest.includeOffTheRecord)
    report.keepsDoubtful = arguments.has(ReportRequest.keepDoubtful)
  }
}

private func runList(_ shelf: NoteShelf, _ console: Console) -> Int32 {
  let (notes, isWhole) = shelf.notes()
  let confidence = shelf.confidence(of: notes)
  for note in notes where !note.text.isEmpty {
    console.say(listLine(note, of: confidence.finding(for: note).original, in: shelf, console.messages))
  }
  for name in shelf.files.others() {
    let original = confidence.original(ofFile: name).flatMap { shelf.subject(of: $0) }
    let words = original.map { Message.copy(of: $0.title) } ?? Message("not a note")
    let columns = ["", "", console.messages.text(words), "", "", shelf.files.path(ofOther: name)]
    console.say(columns.map(Console.cleaned).joined(separator: "\t"))
  }
  if notes.isEmpty, isWhole { console.complain(Message("there are no notes on this conference")) }
  return isWhole ? notes.isEmpty ? ExitStatus.problems : ExitStatus.success : ExitStatus.usage
}

/// As it is in its file and beyond that in journals; on a terminal, which would obey what stands in it, made safe.
private func runShow(_ subject: NoteSubject, in shelf: NoteShelf, _ console: Console) -> Int32 {
  do throws(FileError) {
    guard var bytes = try shelf.store.bytes(of: subject.target) else {
      console.complain(Message("there is no note on %s", subject.title))
      return ExitStatus.problems
    }
    if isatty(1) == 1 {
      bytes = bytes.withUnsafeBufferPointer { Array(TextCleaner(lines: .multiple).clean(utf8: $0).string.utf8) }
    }
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    return console.write(bytes)
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}

private func runPath(_ subject: NoteSubject, in shelf: NoteShelf, _ console: Console) -> Int32 {
  do throws(FileError) {
    // Whoever asks is about to write there.
    try shelf.files.makeFolder()
    let rule = shelf.ruleOfWriting(subject)
    shelf.remember(subject, rule: rule)
    // What was forgotten is begun anew by whoever writes, not by who asks.
    if !shelf.store.isForgotten(subject.target) {
      _ = try NoteWriting(files: shelf.files, places: shelf.places).keep(rule, of: subject.target)
    }
    console.say(shelf.files.path(for: subject.target))
    return ExitStatus.success
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}

/// What standard input is called in the place of a path.
private let standardInputName = "standard input"

private func runAdd(_ words: String, to subject: NoteSubject, in shelf: NoteShelf, _ console: Console) -> Int32 {
  do throws(FileError) {
    let text = words == "-" ? try standardInput() : words
    guard text.contains(where: { !$0.isWhitespace }) else {
      console.complain(Message("found no text to add, expected a word at least; nothing is written"))
      return ExitStatus.usage
    }
    signal(SIGXFSZ, SIG_IGN)
    let rule = shelf.ruleOfWriting(subject)
    shelf.remember(subject, rule: rule)
    let added = try NoteWriting(files: shelf.files, places: shelf.places).add(
      text, to: subject.target, keeping: rule)
    if case .inJournal(let path, let error) = added {
      console.complain(
        Message("kept in %s, and put into the note when Plenary starts next: %s", path, error.message))
    }
    shelf.layShared()
    return ExitStatus.success
  } catch {
    console.complain(Message("nothing is added: %s", error.message))
    return ExitStatus.usage
  }
}

private func standardInput() throws(FileError) -> String {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(0, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw .system(call: "read", path: standardInputName, errno: errno) }
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
    guard bytes.count <= NoteFiles.limit else {
      throw .tooLarge(path: standardInputName, bytes: bytes.count, limit: NoteFiles.limit)
    }
  }
}

/// Says what may be told of a note, or makes it so.
private func runAttribution(_ words: [String], in shelf: NoteShelf, _ console: Console) -> Int32 {
  let rule = words.count > 1 ? words.last.flatMap { Session.Attribution(rawValue: $0) } : nil
  let session = rule == nil ? words : words.dropLast()
  guard let subject = shelf.subject(session.joined(separator: " ")) else { return ExitStatus.usage }
  guard let rule else {
    let (notes, _) = shelf.notes()
    let confidence = shelf.confidence(of: notes)
    let note = notes.first { $0.target == subject.target }
    let finding = note.map { confidence.finding(for: $0) } ?? confidence.finding(for: subject.target, text: "")
    let reason = finding.words
    console.say(finding.rule.rawValue + (reason.map { "\t" + console.messages.text($0) } ?? ""))
    return ExitStatus.success
  }
  do throws(FileError) {
    signal(SIGXFSZ, SIG_IGN)
    try shelf.decide(rule, of: subject)
    shelf.layShared()
    return ExitStatus.success
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}

/// Writes the report; what it leaves out is said.
/// - Parameter folders: shared ones, whose authors' notes are in it too.
func runReport(
  _ request: ReportRequest, of shelf: NoteShelf, gatheredFrom folders: [String] = [], _ console: Console
) -> Int32 {
  var (notes, isWhole) = shelf.notes()
  for folder in folders {
    let gathered = SharedFolder.notes(gatheredFrom: folder, conference: shelf.agenda.conference.id)
    for problem in gathered.problems { console.complain(problem.message) }
    isWhole = isWhole && gathered.problems.isEmpty
    // One's own lie there too.
    let number = AuthorFile(beside: shelf.files.folder).load()?.number ?? ""
    notes += gathered.notes.filter { number.isEmpty || !Path.split($0.path).folder.hasSuffix("-" + number) }
  }
  let now = request.now?.instant(in: shelf.agenda.conference.zone)
  var report = shelf.report(of: notes, options: request.report, at: now)
  if !report.doubts.isEmpty, !request.report.keepsDoubtful, NameReview.canAsk {
    var options = request.report
    options.answers = NameReview.answers(for: report.doubts, console)
    report = shelf.report(of: notes, options: options, at: now)
  }
  for sentence in report.leftOut { console.complain(sentence) }
  guard !report.isEmpty else {
    console.complain(.nothingToReport)
    return isWhole ? ExitStatus.problems : ExitStatus.usage
  }
  let status = console.write(report.bytes(as: request.format), to: request.output)
  return isWhole ? status : ExitStatus.usage
}

/// Cleaned cells with tabs between them: identifier, day and time, title, lines, marks, path.
private func listLine(_ note: NoteText, of original: Subject?, in shelf: NoteShelf, _ messages: Messages) -> String {
  let subject = shelf.subject(of: note.target)
  let copied = original.flatMap { shelf.subject(of: $0) }.map { messages.text(Message.copy(of: $0.title)) }
  let time: String
  if shelf.subjects[note.target] == nil {
    time = messages.text(Message("not in the agenda"))
  } else {
    time = subject?.start.map { shelf.moment($0) } ?? ""
  }
  let columns = [
    note.target.name, time, copied ?? subject?.title ?? note.target.id,
    messages.text(Message("1 line", "%d lines", count: note.lineCount)),
    (marks(in: note.text) + conflicts(in: note.text)).map(messages.text).joined(separator: ", "), note.path,
  ]
  return columns.map(Console.cleaned).joined(separator: "\t")
}

/// `1 conflict`: what stands there twice, since another program has changed it too.
private func conflicts(in text: String) -> [Message] {
  let count = NoteConflict.count(in: text)
  return count == 0 ? [] : [Message("1 conflict", "%d conflicts", count: count)]
}

/// `2 actions (1 done)`, `1 question`.
private func marks(in text: String) -> [Message] {
  let marks = NoteMark.all(in: text)
  return NoteMark.Kind.allCases.compactMap { kind in
    let found = marks.filter { $0.kind == kind }
    guard !found.isEmpty else { return nil }
    let done = found.count { $0.isTicked }
    let counted =
      switch kind {
      case .action: Message("1 action", "%d actions", count: found.count)
      case .decision: Message("1 decision", "%d decisions", count: found.count)
      case .question: Message("1 question", "%d questions", count: found.count)
      case .quote: Message("1 quote", "%d quotes", count: found.count)
      }
    if done == 0 { return counted }
    return kind == .action ? Message("%s (%d done)", counted, done) : Message("%s (%d answered)", counted, done)
  }
}
