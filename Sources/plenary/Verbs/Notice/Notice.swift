import Agenda
import Interchange
import Interface
import Messages
import Notes

extension Verb {
  /// `plenary notice …`: what the staff want the kiosks to say.
  static let notice = [
    Verb.group("notice", Message("what the kiosks tell visitors: delays, full rooms, emergencies"), options: []),
    Verb(
      "notice add", Message("add a notice, as --late 10 --room \"Main hall\"; every kiosk shows it within two seconds"),
      "[TEXT]", count: 0...Int.max, options: NoticeRequest.options + NoticeOption.rows
    ) { arguments, console in
      withNotices(arguments, console) { file, agenda in
        guard let notice = NoticeRequest(arguments).notice(for: file, of: agenda, console) else {
          return ExitStatus.usage
        }
        return done(file.add(notice, at: NoticeOption.now(arguments, in: file.zone)), console)
      }
    },
    Verb(
      "notice list", Message("the notices with their numbers"), options: NoticeOption.rows
    ) { arguments, console in
      withNotices(arguments, console) { file, agenda in
        let reading = file.read()
        for problem in reading.problems { console.complain(.data(problem.line(in: console.messages))) }
        let now = NoticeOption.now(arguments, in: file.zone)
        for (place, notice) in zip(reading.places, reading.notices ?? []) {
          console.say(line(notice, number: place + 1, at: now, of: agenda, console))
        }
        guard let notices = reading.notices else { return ExitStatus.usage }
        return notices.isEmpty ? ExitStatus.problems : ExitStatus.success
      }
    },
    Verb(
      "notice clear", Message("take notices away, all of them where no NUMBER is given"), "[NUMBER]",
      count: 0...Int.max, options: [NoticeOption.over.row] + NoticeOption.rows
    ) { arguments, console in
      withNotices(arguments, console) { file, agenda in clear(arguments, file, agenda, console) }
    },
  ]

  private static func withNotices(
    _ arguments: Arguments, _ console: Console, _ body: (NoticeFile, Agenda) -> Int32
  ) -> Int32 {
    guard let (agenda, source) = ConferenceSource.read(arguments.value(NoticeOption.bundle), console) else {
      return ExitStatus.usage
    }
    let path = NoticeFile.path(arguments.value(NoticeOption.file), of: source.path)
    return body(NoticeFile(path, of: agenda, languages: console.languages), agenda)
  }

  private static func clear(
    _ arguments: Arguments, _ file: NoticeFile, _ agenda: Agenda, _ console: Console
  ) -> Int32 {
    let now = NoticeOption.now(arguments, in: file.zone)
    let count = file.count
    var places: Set<Int> = []
    for word in arguments.operands {
      guard let number = Int(word), (1...max(1, count)).contains(number), count > 0 else {
        console.complain(
          Message("found \"%s\", expected a number of a notice, 1 to %d: plenary notice list", word, count))
        return ExitStatus.usage
      }
      places.insert(number - 1)
    }
    let isOver = arguments.has(NoticeOption.over)
    return done(
      file.remove { place, notice in
        // By what is over something may still be late that began late.
        if isOver, let notice, let until = notice.until, until <= now, agenda.delays([notice], at: now).isEmpty {
          return true
        }
        return places.contains(place) || (places.isEmpty && !isOver)
      }, console)
  }

  private static func done(_ trouble: Message?, _ console: Console) -> Int32 {
    guard let trouble else { return ExitStatus.success }
    console.complain(trouble)
    return ExitStatus.usage
  }

  /// Number, when it is shown, level and what it is about, and its words, with tabs between them.
  private static func line(
    _ notice: Notice, number: Int, at now: Instant, of agenda: Agenda, _ console: Console
  ) -> String {
    let (zone, messages) = (agenda.conference.zone, console.messages)
    func moment(_ instant: Instant) -> String { "\(zone.local(instant).date) \(zone.local(instant).clock)" }
    let begin = notice.from.map { moment($0) } ?? ""
    let span = "\(begin)–\(notice.until.map { moment($0) } ?? "")"
    let isOver = notice.until.map { $0 <= now } ?? false
    var facts = isOver ? [messages.text(Message("over"))] : []
    if notice.level != .info { facts.append(notice.level.rawValue) }
    facts += notice.late.map { ["+\($0)"] } ?? []
    facts += notice.state.map { [$0.rawValue] } ?? []
    facts += agenda.rooms.filter { notice.rooms.contains($0.id) }.map { $0.name.string(for: console.languages) }
    facts += agenda.sessions.filter { $0.id == notice.session }.map { $0.title.string(for: console.languages) }
    let words = notice.text?.string(for: console.languages) ?? ""
    return [String(number), span, facts.joined(separator: ", "), words].map(Console.cleaned).joined(separator: "\t")
  }
}

private enum NoticeOption {
  static let bundle = Option(
    "bundle", letter: "b", "BUNDLE", Message("for the kiosks of this conference"), completion: .files)
  static let file = Option(
    "notices", "FILE", Message("in this file; notices.json of the bundle as a rule"), completion: .files)
  static let over = Option(flag: "over", Message("those that are over"))

  static let rows = [bundle.row, file.row, SimulatedTime.option.row]

  static func now(_ arguments: Arguments, in zone: OffsetTable) -> Instant {
    arguments.value(SimulatedTime.option)?.instant(in: zone) ?? WallClock(simulated: nil).reading.now
  }
}

/// A time that a notice begins or ends, of today or of any day.
enum NoticeTime: Equatable {
  case secondOfDay(Int)
  case moment(SimulatedTime)

  init?(_ text: String) {
    if let moment = SimulatedTime(text) {
      self = .moment(moment)
    } else if let second = TypedTime.second(of: text) {
      self = .secondOfDay(second)
    } else {
      return nil
    }
  }

  /// - Parameter now: on whose day of the conference it is, where it names none.
  func instant(near now: Instant, of file: NoticeFile) -> Instant {
    switch self {
    case .moment(let time): time.instant(in: file.zone)
    case .secondOfDay(let second):
      file.zone.instant(
        file.dayChange.local(secondOfDay: second, on: file.dayChange.day(of: now, in: file.zone)))
    }
  }
}

/// What `plenary notice add` is asked for.
private struct NoticeRequest {
  private static let room = Option("room", "ROOM", Message("about this room; may be given several times"))
  private static let session = Option("session", "SESSION", Message("about this session: its id or words of its title"))
  private static let late = Option(
    "late", "MINUTES", Message("so many minutes late: the times on the kiosks move"),
    expected: Message("a number of minutes from 1 to 720")
  ) { text in
    Int(text).flatMap { (1...720).contains($0) ? $0 : nil }
  }
  private static let state = Option(
    "state", "STATE", oneOf: Notice.RoomState.self, Message("of the room: full or closed"))
  private static let level = Option(
    "level", "LEVEL", oneOf: Notice.Level.self, Message("info, change, or emergency, which takes the whole screen"))
  private static let from = time("from", Message("show it from this time on; at once as a rule"))
  private static let until = time(
    "until", Message("show it until this time; as a rule to the end of the day, an emergency until it is cleared"))

  static let options = [late.row, room.row, session.row, state.row, level.row, from.row, until.row]

  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  private static func time(_ name: String, _ words: Message) -> Option<NoticeTime> {
    Option(name, "TIME", words, expected: Message("a time such as 12:00 or 2017-12-04T12:00")) { NoticeTime($0) }
  }

  /// Nil where it says nothing, or something that is not there; that is said.
  func notice(for file: NoticeFile, of agenda: Agenda, _ console: Console) -> Notice? {
    let now = NoticeOption.now(arguments, in: file.zone)
    var notice = Notice(late: arguments.value(NoticeRequest.late), state: arguments.value(NoticeRequest.state))
    notice.level = arguments.value(NoticeRequest.level) ?? .info
    let words = arguments.operands.joined(separator: " ")
    notice.text = words.isEmpty ? nil : Text(words)
    for name in arguments.values(NoticeRequest.room) {
      let named = agenda.rooms.map { (id: $0.id, name: $0.name.string(for: console.languages)) }
      guard let room = Identifier.named(name, among: named) else {
        console.complain(.unknownRoom(name, names: named.map(\.name)))
        return nil
      }
      notice.rooms.append(room)
    }
    if let words = arguments.value(NoticeRequest.session) {
      guard let id = session(words, of: agenda, console) else { return nil }
      notice.session = id
    }
    notice.from = arguments.value(NoticeRequest.from)?.instant(near: now, of: file)
    let until = arguments.value(NoticeRequest.until)?.instant(near: now, of: file)
    notice.until = until
    if let until, until <= now || until <= notice.from ?? now {
      let clock = file.zone.local(notice.from.map { max($0, now) } ?? now).clock
      console.complain(Message("--until: found %s, expected a time after %s", file.zone.local(until).clock, clock))
      return nil
    }
    if notice.state != nil, notice.rooms.isEmpty {
      console.complain(Message("--state needs --room, which says what is full or closed"))
      return nil
    }
    guard notice.text != nil || notice.late != nil || notice.state != nil else {
      console.complain(Message("found nothing to say, expected words, --late or --state"))
      return nil
    }
    return notice
  }

  /// The session that is meant; nil where that is none, not clear, or no session.
  private func session(_ words: String, of agenda: Agenda, _ console: Console) -> Session.ID? {
    let subjects = NoteSubjects(of: agenda, languages: console.languages, messages: console.messages).all
      .filter { $0.target.kind == .session }
    func named(_ subjects: [NoteSubject]) -> Message {
      .beginning(of: subjects.map { "\($0.target.id) (\($0.title))" }, separator: "; ")
    }
    switch SubjectSearch(words, among: subjects) {
    case .found(let subject): return subject.target.id
    case .ambiguous(let several):
      console.complain(.ambiguousSession(words, several.count, named(several)))
    case .nothing:
      console.complain(.unknownSession(words, named(subjects)))
    }
    return nil
  }
}
