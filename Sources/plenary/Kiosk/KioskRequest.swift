import Agenda
import Interface

/// What `plenary kiosk` is asked for, as it was typed.
struct KioskRequest: Equatable {
  /// The only room to show, by its name or its identifier.
  var room: String?
  var log: String?
  /// The file of the notices; nil takes the one in the bundle.
  var notices: String?
  var settings = KioskSettings()

  static let options: [OptionName] = [
    .now, .theme, .ascii, .noMouse, .room, .idle, .night, .noSeconds, .notices, .log,
  ]

  init(_ options: Options) throws(Options.Mistake) {
    room = options.value(.room)
    log = options.value(.log)
    notices = options.value(.notices)
    settings.showsSeconds = !options.has(.noSeconds)
    settings.night = try options.value(.night, expected: Wording.nightExpected) { NightHours($0) }
    settings.idle =
      try options.value(.idle, expected: Wording.idleExpected) { text in
        Int(text).flatMap { (5...3_600).contains($0) ? $0 : nil }
      } ?? settings.idle
  }
}
