import Agenda
import Catalogue
import Files
import Glibc
import Interface
import Messages
import Terminal

extension Verb {
  /// The board of a conference on the terminal, until SIGTERM ends it.
  static let kiosk = Verb(
    "kiosk", Message("show a board of what is on, locked, until SIGTERM"), "[BUNDLE]", count: 0...1,
    options: KioskRequest.options
  ) { arguments, console in
    runKiosk(KioskRequest(arguments), bundle: arguments.operands.first, console)
  }
}

/// What `plenary kiosk` is asked for, as it was typed.
private struct KioskRequest {
  /// The only room to show, by its name or its identifier.
  var room: String?
  var log: String?
  /// The file that says how it does; nil writes none.
  var status: String?
  /// Seconds after which an agenda is older than it should be.
  var staleness: Int64 = 90 * 60
  /// The file of the notices; nil takes the one in the bundle.
  var notices: String?
  var settings = KioskSettings()
  var screen: ScreenSettings

  private static let room = Option("room", "ROOM", Message("only this room, as a sign at its door"))
  private static let idle = Option(
    "idle", "SECONDS", Message("come back to the board after so long, 60 as a rule"),
    expected: Message("a number of seconds from 5 to 3600")
  ) { text in
    Int(text).flatMap { (5...3_600).contains($0) ? $0 : nil }
  }
  private static let night = Option(
    "night", "HOURS", Message("dim the board at night, as 22:00-07:00"),
    expected: Message("two times such as 22:00-07:00")
  ) { NightHours($0) }
  private static let noSeconds = Option(flag: "no-seconds", Message("a clock without seconds"))
  private static let notices = Option(
    "notices", "FILE", Message("the staff's notices; notices.json of the bundle as a rule"), completion: .files)
  private static let status = Option(
    "status", "FILE", Message("say there each minute, as JSON, how it does"), completion: .files)
  private static let stale = Option(
    "stale", "MINUTES", Message("tell of when the agenda is if it is older, 90 as a rule"),
    expected: Message("a number of minutes from 1 to 10080")
  ) { text in
    Int64(text).flatMap { (1...10_080).contains($0) ? $0 : nil }
  }
  private static let log = Option("log", "FILE", Message("note there what happens"), completion: .files)

  static let options =
    [room.row, idle.row, night.row, noSeconds.row, notices.row, log.row, status.row, stale.row] + ScreenSettings.options

  init(_ arguments: Arguments) {
    room = arguments.value(KioskRequest.room)
    log = arguments.value(KioskRequest.log)
    notices = arguments.value(KioskRequest.notices)
    status = arguments.value(KioskRequest.status)
    staleness = arguments.value(KioskRequest.stale).map { $0 * 60 } ?? staleness
    screen = ScreenSettings(arguments)
    settings.showsSeconds = !arguments.has(KioskRequest.noSeconds)
    settings.night = arguments.value(KioskRequest.night)
    settings.idle = arguments.value(KioskRequest.idle) ?? settings.idle
  }
}

/// Nothing is written but the log that was asked for, and the catalogue is in memory.
@MainActor
private func runKiosk(_ request: KioskRequest, bundle: String?, _ console: Console) -> Int32 {
  guard let path = bundle ?? ConferenceShelf.shipped.first else {
    console.complain(.noShippedBundle)
    return ExitStatus.usage
  }
  guard isatty(0) == 1, isatty(1) == 1 else {
    console.complain(ScreenError.noTerminal.message)
    return KioskExit.terminal
  }
  let bundle = KioskBundle(path: path, notices: request.notices, console)
  guard let catalogue = bundle.open() else {
    for line in bundle.complaints { console.complain(line) }
    if bundle.complaints.isEmpty { console.complain(.cannotOpen(path)) }
    return KioskExit.noAgenda
  }
  var settings = request.settings
  if let room = request.room {
    guard let id = KioskBundle.room(named: room, in: catalogue) else {
      console.complain(.unknownRoom(room, names: catalogue.choices(.room).map(\.name)))
      return ExitStatus.usage
    }
    settings.room = id
  }
  // A full disk or a limit must not end what nobody tends.
  signal(SIGXFSZ, SIG_IGN)
  // Ctrl-\ is a key here, and whoever sends the signal from outside has SIGTERM.
  signal(SIGQUIT, SIG_IGN)
  let log: KioskLog
  do throws(FileError) {
    log = try KioskLog(path: request.log, console.messages)
  } catch {
    console.complain(.notWritten(request.log ?? "", error.reason))
    return KioskExit.notWritten
  }
  guard let screen = request.screen.open(console) else { return KioskExit.terminal }
  defer { screen.close() }
  return KioskProgram(
    screen: screen, bundle: bundle, catalogue: catalogue, settings: settings, log: log, status: request.status,
    staleness: request.staleness, request.screen, console
  ).run()
}

/// How a kiosk has ended, so that a service manager can tell what restarting helps against.
enum KioskExit {
  /// Neither the bundle nor the last good one can be shown.
  static let noAgenda: Int32 = 3
  /// There is no terminal, or it is gone.
  static let terminal: Int32 = 4
  /// The log cannot be written.
  static let notWritten: Int32 = 5
}

/// The only file that a kiosk writes: a line for each thing that its staff may want to know.
final class KioskLog {
  /// -1 where no log was asked for.
  private let descriptor: Int32
  private let path: String
  private let messages: Messages

  /// Opens the file to write at its end, and makes it where there is none; nil writes nothing.
  init(path: String?, _ messages: Messages) throws(FileError) {
    (self.messages, self.path) = (messages, path ?? "")
    guard let path else {
      descriptor = -1
      return
    }
    descriptor = try FileCalls.system.open(path, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, mode: 0o644)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes a line with the machine's time (RFC 3339 §5.6, in UTC); what cannot be written is left out.
  func write(_ message: Message) {
    guard descriptor >= 0 else { return }
    let seconds = time(nil)
    let local = LocalTime(Instant(seconds: Int64(seconds)), offset: 0)
    let second = (local.second < 10 ? "0" : "") + String(local.second)
    let clean = Console.cleaned(messages.text(message))
    let line = Array("\(local.date)T\(local.clock):\(second)Z \(clean)\n".utf8)
    try? FileCalls.system.writeAll(line, to: descriptor, path: path)
  }
}
