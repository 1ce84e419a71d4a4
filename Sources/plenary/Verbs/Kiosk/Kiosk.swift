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
  /// The only rooms and tracks to show, by their names or identifiers.
  var rooms: [String]
  var tracks: [String]
  var log: String?
  /// The file that says how it does; nil writes none.
  var status: String?
  /// Seconds after which an agenda is older than it should be.
  var staleness: Int64 = 90 * 60
  /// The file of the notices; nil takes the one in the bundle.
  var notices: String?
  /// The file of the font for large letters; nil takes the usual one.
  var font: String?
  var settings = KioskSettings()
  var screen: ScreenSettings

  private static let room = Option(
    "room", "ROOM", Message("only this room, as a sign at its door; several for a board of them"))
  private static let track = Option("track", "TRACK", Message("only this track; several for all of them"))
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
  private static let font = Option(
    "font", "FILE", Message("a font (BDF, PSF, .hex) for large letters of other scripts, unifont as a rule"),
    completion: .files)
  private static let noKeys = Option(flag: "no-keys", Message("for a screen without keys: tell of none"))
  private static let log = Option("log", "FILE", Message("note there what happens"), completion: .files)

  static let options =
    [
      room.row, track.row, idle.row, night.row, noSeconds.row, notices.row, font.row, noKeys.row, log.row, status.row,
      stale.row,
    ] + ScreenSettings.options

  init(_ arguments: Arguments) {
    rooms = arguments.values(KioskRequest.room)
    tracks = arguments.values(KioskRequest.track)
    log = arguments.value(KioskRequest.log)
    notices = arguments.value(KioskRequest.notices)
    status = arguments.value(KioskRequest.status)
    staleness = arguments.value(KioskRequest.stale).map { $0 * 60 } ?? staleness
    font = arguments.value(KioskRequest.font)
    settings.hasKeys = !arguments.has(KioskRequest.noKeys)
    screen = ScreenSettings(arguments)
    settings.showsSeconds = !arguments.has(KioskRequest.noSeconds)
    settings.night = arguments.value(KioskRequest.night)
    settings.idle = arguments.value(KioskRequest.idle) ?? settings.idle
  }
}

/// Nothing is written but the log and the status file that were asked for, and the catalogue is in memory.
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
  guard let shown = bundle.open() else {
    for line in bundle.complaints { console.complain(line) }
    if bundle.complaints.isEmpty { console.complain(.cannotOpen(path)) }
    return KioskExit.noAgenda
  }
  var settings = request.settings
  let (rooms, tracks) = (shown.catalogue.allRooms, shown.catalogue.allTracks)
  for name in request.rooms {
    guard let id = Identifier.named(name, among: rooms.map { ($0.id, $0.name) }) else {
      console.complain(.unknownRoom(name, names: rooms.map(\.name)))
      return KioskExit.noAgenda
    }
    if !settings.rooms.contains(id) { settings.rooms.append(id) }
  }
  for name in request.tracks {
    guard let id = Identifier.named(name, among: tracks.map { ($0.id, $0.name) }) else {
      console.complain(.unknownTrack(name, names: tracks.map(\.name)))
      return KioskExit.noAgenda
    }
    settings.tracks.append(id)
  }
  let letters: Letters
  do throws(FontProblem) {
    letters = try KioskFont.letters(request.font)
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
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
    screen: screen, bundle: bundle, shown: shown, settings: settings, letters: letters, log: log,
    status: request.status, staleness: request.staleness, request.screen, console
  ).run(shown.agenda)
}

/// How a kiosk has ended, so that a service manager can tell what restarting helps against.
enum KioskExit {
  /// Neither the bundle nor the last good one can be shown, or neither has a room or track that is asked for.
  static let noAgenda: Int32 = 3
  /// There is no terminal, or it is gone.
  static let terminal: Int32 = 4
  /// The log cannot be written.
  static let notWritten: Int32 = 5
}

/// A line for each thing that its staff may want to know.
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
