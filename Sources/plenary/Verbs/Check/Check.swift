import Agenda
import Files
import Glibc
import Interchange
import Interface
import Messages

extension Verb {
  /// Every problem of a bundle or of another program's file on standard output, and a summary.
  static let check = Verb(
    "check", Message("list every problem of a bundle or a file"), "[BUNDLE|FILE]", count: 0...1,
    options: [json.row, watch.row]
  ) { arguments, console in
    guard arguments.has(watch) else { return runCheck(arguments.operands.first, isJSON: arguments.has(json), console) }
    return watchAndCheck(arguments.operands.first, isJSON: arguments.has(json), console)
  }

  private static let watch = Option(
    flag: "watch", Message("say it again whenever the files change, until Ctrl-C: beside an editor"))

  private static let json = Option(flag: "json", Message("say it as JSON"))
}

/// The exit status says how bad it is: 0 where there are notes and warnings at most, 1 with errors, 2 where nothing can
/// be used.
private func runCheck(_ path: String?, isJSON: Bool, _ console: Console) -> Int32 {
  guard let path = path ?? ConferenceShelf.usual else {
    console.complain(.noShippedBundle)
    return ExitStatus.usage
  }
  let checkup = Checkup(path, console)
  if isJSON {
    print(checkup.json, terminator: "")
  } else {
    for line in checkup.lines { print(line) }
    print(checkup.summary)
  }
  guard checkup.isUsable else { return ExitStatus.usage }
  return checkup.count(.error) == 0 ? ExitStatus.success : ExitStatus.problems
}

/// Checks again whenever something has changed and come to rest; ends with what is true then.
private func watchAndCheck(_ path: String?, isJSON: Bool, _ console: Console) -> Int32 {
  guard let path = path ?? ConferenceShelf.usual else {
    console.complain(.noShippedBundle)
    return ExitStatus.usage
  }
  Interruption.watch()
  let watch = BundleWatch(bundle: path, others: [NoticeFile.path(nil, of: path)])
  guard watch.descriptor >= 0 else {
    console.complain(Message("%s: cannot be watched on this system", path))
    return ExitStatus.usage
  }
  while true {
    let status = runCheck(path, isJSON: isJSON, console)
    fflush(nil)
    // Whoever writes one file often writes more.
    var (hasChanged, rest) = (false, false)
    while !rest {
      var events = [pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)]
      _ = poll(&events, 1, hasChanged ? 200 : 500)
      if Interruption.signal != 0 { return status }
      if watch.readEvents() {
        hasChanged = true
      } else {
        rest = hasChanged
      }
    }
    watch.renew()
    let now = LocalTime(WallClock(simulated: nil).reading.now, offset: 0)
    let clock = OffsetTable.ofThisMachine(around: now.date.year...now.date.year).local(now.instant(offset: 0)).clock
    if !isJSON { print("— \(clock)") }
  }
}

/// All that there is to say against a bundle or a file.
private struct Checkup {
  private let report: CheckReport
  private let messages: Messages
  /// The notices of a bundle, or of a file of them; nil where there is no such file, or nothing can be used of it.
  private var notices: [Notice]?

  /// Whether anything of it can be used.
  var isUsable: Bool { report.agenda != nil || notices != nil }

  init(_ path: String, _ console: Console) {
    messages = console.messages
    let name = messages.text(Console.name(ofFile: path))
    if NoticeFile.isOne(path) {
      let folder = Path.split(path).folder
      let agenda = BundleFormat.isBundle(folder) ? ConferenceSource(folder, console).agenda : nil
      let file = agenda.map { NoticeFile(path, of: $0, languages: console.languages) } ?? NoticeFile(alone: path)
      let reading = file.read()
      notices = reading.notices
      report = CheckReport(file: name, format: nil, agenda: nil, problems: reading.problems, furtherProblems: 0)
      return
    }
    switch ConferenceSource(path, console, withPlaces: true).reading {
    case .bundle(let reading):
      let odd = reading.agenda.map { AgendaCheck.problems(in: $0, places: reading.places) } ?? []
      let path = NoticeFile.path(nil, of: path)
      let beside = reading.agenda.flatMap { agenda in
        access(path, F_OK) == 0 ? NoticeFile(path, of: agenda, languages: console.languages).read() : nil
      }
      notices = beside?.notices
      report = CheckReport(
        file: name, format: .bundle, agenda: reading.agenda,
        problems: reading.problems + odd + (beside?.problems ?? []), furtherProblems: 0)
    case .imported(let reading):
      report = CheckReport(
        file: name, format: reading.format, agenda: reading.agenda,
        problems: reading.problems + AgendaCheck.problems(in: reading.agenda, places: reading.places),
        furtherProblems: reading.furtherProblems)
    case .refused(let failure):
      report = CheckReport(
        file: name, format: nil, agenda: nil, problems: [failure.problem(file: name)], furtherProblems: 0)
    }
  }

  func count(_ severity: ProblemSeverity) -> Int { report.count(severity) }

  /// One for each problem, in the order of the file, then what was looked for besides.
  var lines: [String] {
    let file = report.format == .bundle ? BundleFormat.file : report.file
    let lines = report.problems.map { $0.line(file: file, in: messages) }
    if report.furtherProblems == 0 { return lines }
    return lines + [messages.text(Message("%s: %s", report.file, Message.furtherProblems(report.furtherProblems)))]
  }

  /// `name: 20 sessions, 3 meetings, 1 document: 1 error, 2 notes`.
  var summary: String {
    let errors = count(.error), warnings = count(.warning), notes = count(.note)
    var counts: [Message] = []
    if errors > 0 { counts.append(Message("1 error", "%d errors", count: errors)) }
    if warnings > 0 { counts.append(Message("1 warning", "%d warnings", count: warnings)) }
    if notes > 0 { counts.append(Message("1 note", "%d notes", count: notes)) }
    var sound = report.agenda.map { agenda in
      [
        Message("1 session", "%d sessions", count: agenda.sessions.count),
        Message("1 meeting", "%d meetings", count: agenda.meetings.count),
        Message("1 document", "%d documents", count: agenda.documents.count),
      ]
    }
    if let notices { sound = (sound ?? []) + [Message("1 notice", "%d notices", count: notices.count)] }
    let parts = [sound, counts.isEmpty ? [Message("no problems")] : counts].compactMap(\.self)
    let words = parts.map { Message.data($0.map(messages.text).joined(separator: ", ")) }
    return messages.text(words.reduce(.data(report.file)) { Message("%s: %s", $0, $1) })
  }

  var json: String { report.json(in: messages) }
}
