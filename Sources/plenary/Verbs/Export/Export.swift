import Agenda
import Glibc
import Interchange
import Interface
import Messages
import Notes

extension Verb {
  /// A programme, or a part of it, in another format, on standard output or in a file.
  static let export = Verb(
    "export", Message("write the programme in another format"), "[BUNDLE]", count: 0...1,
    options: [
      ExportRequest.format.row, ExportRequest.output.row, ExportRequest.day.row, ExportRequest.room.row,
      ExportRequest.plan.row, SimulatedTime.option.row,
    ], needed: ExportRequest.format.row
  ) { arguments, console in
    runExport(
      ExportRequest(arguments), bundle: arguments.operands.first, now: arguments.value(SimulatedTime.option), console)
  }
}

/// What `plenary export` is asked for, as it was typed.
private struct ExportRequest {
  /// Nil takes the format that the output's name asks for.
  var format: ExportFormat?
  /// Nil and `-` are standard output.
  var output: String?
  var day: String?
  var room: String?
  /// Only what the user has starred.
  var isPlan: Bool

  static let format = Option(
    "format", "FORMAT", oneOf: ExportFormat.self, Message("ics, frab-xml, schedule-json, markdown or html"))
  static let output = Option(
    "output", letter: "o", "FILE", Message("into this file; otherwise to standard output"), completion: .files)
  static let day = Option("day", "DAY", Message("only this day: its date, or its number from 1"))
  static let room = Option("room", "ROOM", Message("only this room: its name or its id"))
  static let plan = Option(
    flag: "plan", Message("only what is on your plan; a calendar has its own entries and reminders too"))

  init(_ arguments: Arguments) {
    format = arguments.value(ExportRequest.format)
    output = arguments.value(ExportRequest.output)
    day = arguments.value(ExportRequest.day)
    room = arguments.value(ExportRequest.room)
    isPlan = arguments.has(ExportRequest.plan)
  }

  enum Mistake: Error, Equatable {
    case noFormat
    case unknownDay(String, dates: [CalendarDate])
    case unknownRoom(String, names: [String])

    var message: Message {
      switch self {
      case .noFormat:
        Message(
          "export: found no --format, expected one of %s",
          ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))
      case .unknownDay(let found, let dates):
        Message(
          "--day: found \"%s\", expected one of %s, or its number from 1", found,
          Message.beginning(of: dates.map(\.description)))
      case .unknownRoom(let found, let names): .unknownRoom(found, names: names)
      }
    }
  }

  /// The format, asked for or seen from the output's name.
  func chosenFormat() throws(Mistake) -> ExportFormat {
    guard let format = format ?? output.flatMap({ ExportFormat(fileName: $0) }) else { throw .noFormat }
    return format
  }

  /// What of an agenda is asked for.
  ///
  /// A day is named by its date or by its number from 1, a room by its identifier or its name, in any of its languages
  /// and without regard to capitals.
  func scope(of agenda: Agenda, plan: Plan?, languages: [String]) throws(Mistake) -> ExportScope {
    var scope = ExportScope(plan: plan.map { PlanScope($0) })
    if let day {
      let dates = Programme.dates(of: agenda)
      let number = Int(day).flatMap { dates.indices.contains($0 - 1) ? dates[$0 - 1] : nil }
      guard let date = number ?? dates.first(where: { $0.description == day }) else {
        throw .unknownDay(day, dates: dates)
      }
      scope.day = date
    }
    if let room {
      let names = agenda.rooms.flatMap { room in room.name.variants.map { (id: room.id, name: $0.string) } }
      guard let known = Identifier.named(room, among: names) else {
        throw .unknownRoom(room, names: agenda.rooms.map { $0.name.string(for: languages) })
      }
      scope.room = known
    }
    return scope
  }
}

/// Problems of the bundle are only counted here: what is sound is written.
private func runExport(_ request: ExportRequest, bundle: String?, now: SimulatedTime?, _ console: Console) -> Int32 {
  do throws(ExportRequest.Mistake) {
    let format = try request.chosenFormat()
    guard let (agenda, source) = ConferenceSource.read(bundle, console) else { return ExitStatus.usage }
    let scope = try request.scope(
      of: agenda, plan: request.isPlan ? Plan(of: agenda, console) : nil, languages: console.languages)
    let programme = Programme(
      of: agenda, scope: scope, languages: console.languages, messages: console.messages,
      stamp: now?.instant(in: agenda.conference.zone) ?? WallClock(simulated: nil).reading.now,
      generatorVersion: programVersion)
    guard programme.sessionCount > 0 || scope.isEverything || format == .iCalendar && programme.hasAppointments else {
      console.complain(
        request.isPlan
          ? .nothingOnPlan
          : Message("no session is on that day and in that room; nothing is written"))
      return ExitStatus.problems
    }
    if source.problemCount > 0 { console.complain(.problems(source.problemCount, in: source.path)) }
    return console.write(Export.bytes(of: programme, as: format), to: request.output)
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}
