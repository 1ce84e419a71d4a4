import Agenda
import Files
import Glibc
import Interchange
import Markup
import Messages

extension Verb {
  /// Lays down a bundle that opens, whose agenda is written in words.
  static let new = Verb(
    "new", Message("begin a conference: a folder with an agenda.md to write, which opens at once"), "FOLDER",
    count: 1...1, expected: Message("a folder that is not there yet"), options: NewRequest.options
  ) { arguments, console in
    runNew(NewRequest(arguments), in: arguments.operands[0], console)
  }
}

/// What a new conference is called, and when and where it is: given, else asked for.
private struct NewRequest {
  private static let title = Option("title", "TITLE", Message("what the conference is called"))
  private static let start = Option(
    "start", "DATE", Message("its first day, as 2026-05-12"), expected: Message("a date such as 2026-05-12")
  ) { try? StrictTime.date($0) }
  private static let end = Option(
    "end", "DATE", Message("its last day; the first one if it is not given"),
    expected: Message("a date such as 2026-05-12")
  ) { try? StrictTime.date($0) }
  private static let zone = Option(
    "time-zone", "ZONE", Message("the venue's time zone, as Europe/Brussels; otherwise this machine's"),
    expected: Message("a time zone such as Europe/Brussels")
  ) { ImportChoices.isZone($0) ? $0 : nil }
  private static let room = Option("room", "ROOM", Message("one of its rooms; may be given several times"))

  static let options = [title.row, start.row, end.row, zone.row, room.row]

  private(set) var title: String?
  private(set) var start: CalendarDate?
  private(set) var end: CalendarDate?
  private(set) var zone: String?
  private(set) var rooms: [String]

  init(_ arguments: Arguments) {
    title = arguments.value(NewRequest.title)
    (start, end) = (arguments.value(NewRequest.start), arguments.value(NewRequest.end))
    zone = arguments.value(NewRequest.zone)
    rooms = arguments.values(NewRequest.room)
  }

  /// An agenda in words that has days and no session yet.
  func agenda(title: String, _ start: CalendarDate, _ end: CalendarDate, _ messages: Messages) -> String {
    let dates = messages.text(start == end ? .date(start) : .dates(start, end))
    let advice = messages.text(
      Message(
        "Sessions are lines below the heading of their day that begin with a time, and text may stand below them:"))
    let example = "09:00-10:00 Opening by Ann Lee (\(rooms.first ?? "Main hall"))"
    let facts =
      ["Dates: \(dates)", "Time zone: \(zone ?? "UTC")"]
      + (rooms.isEmpty ? [] : ["Rooms: \(rooms.joined(separator: ", "))"])
    let days = (start.dayNumber...end.dayNumber).map {
      "## \(messages.text(.day(CalendarDate(dayNumber: $0))))"
    }
    let head = ["# \(MarkdownEscape.line(title))", facts.joined(separator: "\n"), "<!-- \(advice)\n\n\(example)\n-->"]
    return (head + days).joined(separator: "\n\n") + "\n"
  }

  /// Asks for what is not given; false where nobody answers what has to be known.
  mutating func complete(_ console: Console) -> Bool {
    let asksAll = title == nil || start == nil
    guard let title = title ?? ask(Message("Title of the conference:"), console) else { return false }
    guard let start = start ?? date(Message("First day, as %s:", "\(WallClock.today)"), console) else { return false }
    (self.title, self.start) = (title, start)
    let last = Message("Last day (nothing: the same):")
    end = end ?? (asksAll ? date(last, console, isOptional: true) : nil) ?? start
    let own = OffsetTable.ofThisMachine(around: start.year...start.year).identifier
    if zone == nil, asksAll {
      let answer = ask(Message("Time zone of the venue (nothing: %s):", own), console)
      if let answer, !ImportChoices.isZone(answer) {
        console.complain(Message("found \"%s\", expected %s", answer, Message("a time zone such as Europe/Brussels")))
        return false
      }
      zone = answer
    }
    zone = zone ?? own
    if rooms.isEmpty, asksAll {
      rooms = (ask(Message("Rooms, with commas between them (nothing: none):"), console) ?? "").split(separator: ",")
        .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
    return true
  }

  private func date(_ question: Message, _ console: Console, isOptional: Bool = false) -> CalendarDate? {
    for _ in 0..<3 {
      guard let answer = ask(question, console) else { return nil }
      if let date = try? StrictTime.date(answer) { return date }
      console.complain(Message("found \"%s\", expected %s", answer, Message("a date such as 2026-05-12")))
    }
    return nil
  }

  /// The answer; nil where there is none, or nobody to ask.
  private func ask(_ question: Message, _ console: Console) -> String? {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    console.complain(question)
    let answer = readLine()?.trimmingBlanks ?? ""
    return answer.isEmpty ? nil : TextCleaner(lines: .single).clean(answer).string
  }
}

@MainActor
private func runNew(_ request: NewRequest, in folder: String, _ console: Console) -> Int32 {
  if access(folder, F_OK) == 0, (try? Folder.list(folder))?.isEmpty != true {
    console.complain(Message("%s: found something there, expected a folder that is not there yet", folder))
    return ExitStatus.usage
  }
  var request = request
  guard request.complete(console), let title = request.title, let start = request.start, let end = request.end else {
    console.complain(Message("new: a conference needs --title and --start"))
    return ExitStatus.usage
  }
  guard start <= end, end.dayNumber - start.dayNumber < 60 else {
    console.complain(
      Message("new: found %s to %s, expected a last day after the first, within 60 days", "\(start)", "\(end)"))
    return ExitStatus.usage
  }
  let text = request.agenda(title: title, start, end, console.messages)
  do throws(FileError) {
    var staged = try StagedFolder(for: folder)
    do throws(FileError) {
      try staged.write(BundleFormat.writtenFile, Array(text.utf8))
      try staged.commit()
    } catch {
      staged.discard()
      throw error
    }
  } catch {
    console.complain(.notWritten(folder, error.reason))
    return ExitStatus.usage
  }
  let file = Console.cleaned("\(folder)/\(BundleFormat.writtenFile)")
  console.say(console.messages.text(Message("Write the agenda in %s", file)))
  console.say(console.messages.text(Message("See it with: plenary %s", Console.cleaned(folder))))
  console.say(
    console.messages.text(
      Message("What is wrong with it, while you write: plenary check --watch %s", Console.cleaned(folder))))
  return ExitStatus.success
}
